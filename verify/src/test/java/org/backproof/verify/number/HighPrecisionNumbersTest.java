package org.backproof.verify.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.backproof.core.number.DualNumbers;
import org.backproof.core.number.NoValueException;
import org.backproof.core.number.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighPrecisionNumbersTest {
  private static final HighPrecisionNumbers NUMBERS = new HighPrecisionNumbers(60);

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void aDoubleStandsForItself() {
    assertThat(NUMBERS.of(0.1))
        .isEqualByComparingTo("0.1000000000000000055511151231257827021181583404541015625");
    assertThat(NUMBERS.of(Double.MIN_VALUE).doubleValue()).isEqualTo(Double.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoRealNumberIsRefused(double value) {
    assertThatThrownBy(() -> NUMBERS.of(value))
        .isInstanceOf(NoValueException.class)
        .hasMessageContaining("no real number");
  }

  @Test
  void fractionsAreRoundedToTheDigitsAskedFor() {
    assertThat(NUMBERS.of(Rational.of(2, 3))).isEqualTo("0." + "6".repeat(59) + "7");
    assertThat(NUMBERS.name()).isEqualTo("60 decimal digits");
  }

  @Test
  void fewerDigitsThanADoubleHasAreRefused() {
    assertThatThrownBy(() -> new HighPrecisionNumbers(16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("16 decimal digits are fewer than a double has; ask for 17 or more");
  }

  @Test
  void functionsWithoutAValueSaySo() {
    BigDecimal zero = BigDecimal.ZERO;
    BigDecimal negative = number("-0.5");
    Stream.<Runnable>of(
            () -> NUMBERS.divide(negative, zero),
            () -> NUMBERS.log(zero),
            () -> NUMBERS.log(negative),
            () -> NUMBERS.log1p(number("-1")),
            () -> NUMBERS.sqrt(negative),
            () -> NUMBERS.pow(negative, number("0.5")),
            () -> NUMBERS.pow(zero, negative),
            () -> NUMBERS.power(zero, Rational.of(-1)),
            () -> NUMBERS.pow(number("-2"), number("1e500")))
        .forEach(
            function ->
                assertThatThrownBy(function::run)
                    .isInstanceOf(NoValueException.class)
                    .hasMessageContaining("has no value"));
  }

  /** Each of these would take ages, or all memory, if it were computed. */
  @Test
  void hugeNumbersAreRefusedAtOnce() {
    BigDecimal huge = number("9e999999");
    Stream.<Runnable>of(
            () -> NUMBERS.exp(number("1e9")),
            () -> NUMBERS.exp(huge),
            () -> NUMBERS.expm1(number("1e9")),
            () -> NUMBERS.pow(number("10"), number("1e9")),
            () -> NUMBERS.power(number("3"), Rational.of(Long.MAX_VALUE)),
            () -> NUMBERS.multiply(huge, huge),
            () -> NUMBERS.add(huge, huge))
        .forEach(
            function ->
                assertThatThrownBy(function::run)
                    .isInstanceOf(NoValueException.class)
                    .hasMessageContaining("larger than 10^1000000"));
    assertThatThrownBy(() -> NUMBERS.sin(huge))
        .isInstanceOf(NoValueException.class)
        .hasMessageContaining("below 10^400");
  }

  @Test
  void functionsTakeHugeAndTinyArguments() {
    BigDecimal huge = number("9e999999");
    BigDecimal tiny = number("3e-999999");

    assertThat(NUMBERS.sigmoid(huge)).isEqualByComparingTo("1");
    assertThat(NUMBERS.sigmoid(huge.negate())).isZero();
    assertThat(NUMBERS.tanh(huge.negate())).isEqualByComparingTo("-1");
    assertThat(NUMBERS.softplus(huge)).isEqualByComparingTo(huge);
    assertThat(NUMBERS.log(huge).doubleValue()).isEqualTo(1e6 * Math.log(10) + Math.log(0.9));
    assertThat(NUMBERS.log1p(huge)).isEqualByComparingTo(NUMBERS.log(huge));
    assertThat(NUMBERS.exp(tiny)).isEqualByComparingTo("1");
    assertThat(NUMBERS.expm1(tiny)).isEqualByComparingTo(tiny);
    assertThat(NUMBERS.log1p(tiny)).isEqualByComparingTo(tiny);
    assertThat(NUMBERS.sin(tiny)).isEqualByComparingTo(tiny);
    assertThat(NUMBERS.cos(tiny)).isEqualByComparingTo("1");
    assertThat(NUMBERS.tanh(tiny)).isEqualByComparingTo(tiny);
    assertThat(NUMBERS.sqrt(number("4e-999998"))).isEqualByComparingTo("2e-499999");
  }

  /** By the series {@code log(1 + x) = x - x^2/2 + x^3/3 - ...}; the rest is below 1e-120. */
  @Test
  void digitsDoNotCancelNearOne() {
    BigDecimal x = NUMBERS.of(Rational.of(1, 7)).movePointLeft(40);
    BigDecimal logarithm = NUMBERS.subtract(x, x.pow(2).multiply(number("0.5")));

    assertThat(NUMBERS.log1p(x)).isEqualByComparingTo(logarithm);
    assertThat(NUMBERS.log(x.add(NUMBERS.one()))).isEqualByComparingTo(logarithm);
    assertThat(NUMBERS.expm1(logarithm)).isEqualByComparingTo(x);
  }

  @Test
  void whatIsTooSmallIsZero() {
    BigDecimal tiny = number("1e-999999");

    assertThat(NUMBERS.multiply(tiny, tiny)).isEqualTo(BigDecimal.ZERO);
    assertThat(NUMBERS.exp(number("-1e9"))).isEqualTo(BigDecimal.ZERO);
    assertThat(NUMBERS.exp(number("-2302585")).signum()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "0, 0.5, 0",
    "0, 3, 0",
    "-1.5, 0, 1",
    "-2, 3, -8",
    "-2, 4, 16",
    "-2, -3, -0.125",
    "4, 0.5, 2",
    "4, -1.5, 0.125",
    "-1, 1e300, 1",
    "0.5, 1e300, 0"
  })
  void powersHaveTheEdgeCasesOfDoubles(String x, String y, String expected) {
    assertThat(NUMBERS.pow(number(x), number(y))).isEqualByComparingTo(expected);
    assertThat(Math.pow(Double.parseDouble(x), Double.parseDouble(y)))
        .isEqualTo(Double.parseDouble(expected));
  }

  @Test
  void zeroIsOneNumberWhateverItsScale() {
    BigDecimal difference = NUMBERS.subtract(number("0.10"), number("0.1"));

    assertThat(difference).isEqualTo(NUMBERS.zero());
    assertThat(NUMBERS.magnitude(difference)).isZero();
    assertThat(NUMBERS.select(number("0.00"), number("1"), number("2"))).isEqualTo("2");
    assertThat(NUMBERS.equal(number("0.10"), number("0.1"))).isEqualTo("1");
  }

  @Test
  void theMagnitudeOfAnythingButZeroIsPositiveAndFinite() {
    assertThat(NUMBERS.magnitude(number("-1e-5000"))).isEqualTo(Double.MIN_VALUE);
    assertThat(NUMBERS.magnitude(number("-1e5000"))).isEqualTo(Double.MAX_VALUE);
    assertThat(NUMBERS.magnitude(number("-0.5"))).isEqualTo(0.5);
  }

  @Test
  void exponentialsMayBeShiftedByTheNumberItself() {
    assertThat(NUMBERS.anchor(number("9e999999"))).isEqualTo("9e999999");
  }

  @Test
  void dualNumbersOverThemKnowTheirConstants() {
    DualNumbers<BigDecimal> dual = DualNumbers.over(NUMBERS);
    BigDecimal minusOne = number("-1");

    // At a negative base the derivative by a constant exponent must not ask for a logarithm.
    assertThat(dual.pow(dual.constant(minusOne), dual.subtract(dual.of(2.5), dual.of(0.5))))
        .isEqualTo(dual.constant(NUMBERS.one()));
  }
}
