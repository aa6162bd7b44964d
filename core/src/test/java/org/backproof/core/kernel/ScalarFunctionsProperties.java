package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScalarFunctionsProperties {
  @Property
  void sigmoidIsWithinItsBound(@ForAll("finite") double x) {
    BigDecimal e = ExactFunctions.exp(-Math.abs(x));
    BigDecimal numerator = x >= 0 ? BigDecimal.ONE : e;
    BigDecimal exact = numerator.divide(e.add(BigDecimal.ONE), ExactFunctions.DIGITS);
    assertWithinUlps(x >= 0 ? 1.5 : 4, ScalarFunctions.sigmoid(x), exact);
  }

  @Property
  void softplusIsWithinItsBound(@ForAll("finite") double x) {
    BigDecimal tail = ExactFunctions.log1p(ExactFunctions.exp(-Math.abs(x)));
    BigDecimal exact = x > 0 ? tail.add(new BigDecimal(x)) : tail;
    assertWithinUlps(4, ScalarFunctions.softplus(x), exact);
  }

  @Property
  void sigmoidIsAProbability(@ForAll("finite") double x) {
    assertThat(ScalarFunctions.sigmoid(x)).isBetween(0.0, 1.0);
  }

  /**
   * Asserts that a value is within so many units in the last place of the double that the exact one
   * is truncated to.
   */
  private static void assertWithinUlps(double bound, double computed, BigDecimal exact) {
    double truncated = exact.doubleValue();
    if (new BigDecimal(truncated).compareTo(exact) > 0) {
      truncated = Math.nextDown(truncated);
    }
    BigDecimal allowed = new BigDecimal(bound).multiply(new BigDecimal(Math.ulp(truncated)));
    assertThat(new BigDecimal(computed).subtract(exact).abs())
        .as("error of %s", computed)
        .isLessThanOrEqualTo(allowed);
  }

  /**
   * Where the functions are curved, where they fade out, the places of their turns, and anything.
   */
  @Provide
  Arbitrary<Double> finite() {
    long scale = 1L << 43;
    Arbitrary<Double> curved =
        Arbitraries.longs().between(-40 * scale, 40 * scale).map(n -> (double) n / scale);
    Arbitrary<Double> faded =
        Arbitraries.longs().between(-800 * scale, 800 * scale).map(n -> (double) n / scale);
    Arbitrary<Double> turns =
        Combinators.combine(
                Arbitraries.of(
                    Double.MIN_VALUE,
                    Double.MIN_NORMAL,
                    0x1p-53,
                    36.7368005696771, // 53 log 2
                    708.3964185322641, // exp(-x) becomes subnormal
                    709.782712893384, // exp(x) overflows
                    745.1332191019411, // exp(-x) is least
                    800.0),
                Arbitraries.integers().between(-2, 2),
                Arbitraries.of(1.0, -1.0))
            .as((turn, ulps, sign) -> sign * (turn + ulps * Math.ulp(turn)));
    Arbitrary<Double> anything =
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    return Arbitraries.oneOf(curved, faded, turns, anything);
  }
}
