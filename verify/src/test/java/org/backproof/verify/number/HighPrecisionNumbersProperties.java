package org.backproof.verify.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.backproof.core.number.NumberSystem;
import org.backproof.core.number.Rational;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.dfp.DfpMath;

class HighPrecisionNumbersProperties {
  private static final int DIGITS = 60;
  private static final HighPrecisionNumbers NUMBERS = new HighPrecisionNumbers(DIGITS);

  /** Hipparchus's decimal arithmetic, of more digits. */
  private static final DfpField REFERENCE = new DfpField(80);

  private static final Dfp ONE = REFERENCE.getOne();

  /** A few units of the last digit, relative to the value. */
  private static final BigDecimal RELATIVE = new BigDecimal("1e-58");

  /** A function here and there, with the arguments at which the two are compared. */
  record Function(
      String name,
      UnaryOperator<BigDecimal> here,
      UnaryOperator<Dfp> there,
      double low,
      double high) {
    @Override
    public String toString() {
      return name;
    }

    /** Over the whole domain, and close to zero and one, where digits cancel. */
    Arbitrary<Double> arguments() {
      return Arbitraries.oneOf(
              Arbitraries.doubles().between(low, high).ofScale(9),
              Arbitraries.doubles().between(-1e-6, 1e-6).ofScale(12),
              Arbitraries.integers().between(-8, 8).map(k -> k * 0x1p-60),
              Arbitraries.integers().between(-8, 8).map(k -> 1 + k * 0x1p-52))
          .filter(x -> low <= x && x <= high);
    }
  }

  private static final List<Function> FUNCTIONS =
      List.of(
          new Function("exp", NUMBERS::exp, DfpMath::exp, -800, 800),
          new Function("expm1", NUMBERS::expm1, x -> DfpMath.exp(x).subtract(ONE), -800, 800),
          new Function("log", NUMBERS::log, DfpMath::log, 1e-3, 800),
          new Function("log1p", NUMBERS::log1p, x -> DfpMath.log(x.add(ONE)), -0.9, 800),
          new Function("sqrt", NUMBERS::sqrt, Dfp::sqrt, 0, 800),
          new Function(
              "sigmoid",
              NUMBERS::sigmoid,
              x -> DfpMath.exp(x.negate()).add(ONE).reciprocal(),
              -200,
              200),
          new Function(
              "softplus", NUMBERS::softplus, x -> DfpMath.log(DfpMath.exp(x).add(ONE)), -20, 200),
          new Function(
              "tanh",
              NUMBERS::tanh,
              x -> {
                Dfp e = DfpMath.exp(x.multiply(2));
                return e.subtract(ONE).divide(e.add(ONE));
              },
              -20,
              20),
          new Function("sin", NUMBERS::sin, DfpMath::sin, -9, 9),
          new Function("cos", NUMBERS::cos, DfpMath::cos, -9, 9));

  record Application(Function function, double x) {}

  @Provide
  Arbitrary<Application> applications() {
    return Arbitraries.of(FUNCTIONS)
        .flatMap(function -> function.arguments().map(x -> new Application(function, x)));
  }

  private static Dfp reference(double x) {
    return REFERENCE.newDfp(new BigDecimal(x).toPlainString());
  }

  private static void assertClose(BigDecimal actual, Dfp expected) {
    BigDecimal exact = new BigDecimal(expected.toString());
    assertThat(actual.subtract(exact).abs())
        .as("error of %s against %s", actual, exact)
        .isLessThanOrEqualTo(exact.abs().multiply(RELATIVE));
    assertThat(actual.precision()).isLessThanOrEqualTo(DIGITS);
  }

  @Property(tries = 100)
  void functionsAgreeWithAnIndependentArithmetic(@ForAll("applications") Application application) {
    Function function = application.function();
    BigDecimal actual = function.here.apply(NUMBERS.of(application.x()));

    assertClose(actual, function.there.apply(reference(application.x())));
  }

  enum Operation {
    ADD {
      @Override
      <T> T apply(NumberSystem<T> system, T x, T y) {
        return system.add(x, y);
      }

      @Override
      Dfp apply(Dfp x, Dfp y) {
        return x.add(y);
      }
    },
    SUBTRACT {
      @Override
      <T> T apply(NumberSystem<T> system, T x, T y) {
        return system.subtract(x, y);
      }

      @Override
      Dfp apply(Dfp x, Dfp y) {
        return x.subtract(y);
      }
    },
    MULTIPLY {
      @Override
      <T> T apply(NumberSystem<T> system, T x, T y) {
        return system.multiply(x, y);
      }

      @Override
      Dfp apply(Dfp x, Dfp y) {
        return x.multiply(y);
      }
    },
    DIVIDE {
      @Override
      <T> T apply(NumberSystem<T> system, T x, T y) {
        return system.divide(x, y);
      }

      @Override
      Dfp apply(Dfp x, Dfp y) {
        return x.divide(y);
      }
    };

    abstract <T> T apply(NumberSystem<T> system, T x, T y);

    abstract Dfp apply(Dfp x, Dfp y);
  }

  @Property(tries = 100)
  void arithmeticAgreesWithAnIndependentOne(
      @ForAll Operation operation,
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double x,
      @ForAll("nonzero") double y) {
    assertClose(
        operation.apply(NUMBERS, NUMBERS.of(x), NUMBERS.of(y)),
        operation.apply(reference(x), reference(y)));
  }

  @Property(tries = 100)
  void powersOfPositiveNumbersAgreeWithAnIndependentArithmetic(
      @ForAll @DoubleRange(min = 0.01, max = 100) double x, @ForAll("nonzero") double y) {
    double exponent = y / 16;
    BigDecimal actual = NUMBERS.pow(NUMBERS.of(x), NUMBERS.of(exponent));
    Dfp expected = DfpMath.exp(DfpMath.log(reference(x)).multiply(reference(exponent)));

    assertClose(actual, expected);
    assertClose(NUMBERS.power(NUMBERS.of(x), Rational.exactly(exponent)), expected);
  }

  @Provide
  Arbitrary<Double> nonzero() {
    return Arbitraries.doubles().between(-64, 64).ofScale(6).filter(y -> y != 0);
  }

  /** Over the whole range of doubles, by laws, since the other arithmetic does not reach there. */
  @Property(tries = 30)
  void lawsHoldAtEveryMagnitude(@ForAll("doubles") double x) {
    BigDecimal number = NUMBERS.of(x);
    BigDecimal sine = NUMBERS.sin(number);
    BigDecimal cosine = NUMBERS.cos(number);
    BigDecimal one = NUMBERS.one();

    assertThat(NUMBERS.exp(NUMBERS.log(number)).subtract(number).abs())
        .isLessThan(number.multiply(new BigDecimal("1e-56")));
    assertThat(sine.multiply(sine).add(cosine.multiply(cosine)).subtract(one).abs())
        .isLessThan(new BigDecimal("1e-58"));
    // Math.sin is right to one ulp, and the rounding to a double adds half of one.
    assertThat(sine.doubleValue()).isCloseTo(Math.sin(x), within(2 * Math.ulp(Math.sin(x))));
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Combinators.combine(
            Arbitraries.doubles().between(1, 10).ofScale(9),
            Arbitraries.integers().between(-300, 300))
        .as((mantissa, exponent) -> mantissa * Math.pow(10, exponent))
        .filter(Double::isFinite);
  }
}
