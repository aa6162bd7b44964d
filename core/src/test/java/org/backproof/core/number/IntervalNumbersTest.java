package org.backproof.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class IntervalNumbersTest {
  private static final IntervalNumbers INTERVALS = IntervalNumbers.INSTANCE;
  private static final Interval AROUND_ZERO = new Interval(-1, 2);
  private static final Interval OPEN = new Interval(0, 1);
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void endsMustEncloseARealNumber() {
    assertThatThrownBy(() -> new Interval(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No real number lies between the ends 2.0 and 1.0; give the lower end first");
    assertThatThrownBy(() -> new Interval(INFINITY, INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Interval(-0.0, 0.0))
        .isEqualTo(new Interval(0.0, -0.0))
        .hasToString("[0.0, 0.0]");
    assertThat(Interval.UNDEFINED).hasToString("undefined");
  }

  @Test
  void aFunctionWithoutAValueSomewhereInsideIsUndefined() {
    assertUndefined(INTERVALS.divide(INTERVALS.one(), AROUND_ZERO));
    assertUndefined(INTERVALS.divide(INTERVALS.one(), INTERVALS.zero()));
    assertUndefined(INTERVALS.log(AROUND_ZERO));
    assertUndefined(INTERVALS.log(OPEN));
    assertUndefined(INTERVALS.sqrt(AROUND_ZERO));
    assertUndefined(INTERVALS.log1p(AROUND_ZERO));
    assertUndefined(INTERVALS.pow(AROUND_ZERO, INTERVALS.of(0.5)));
    assertUndefined(INTERVALS.pow(AROUND_ZERO, OPEN));
    assertUndefined(INTERVALS.pow(OPEN, AROUND_ZERO));
    assertUndefined(INTERVALS.power(AROUND_ZERO, Rational.of(-2)));
    assertUndefined(INTERVALS.power(AROUND_ZERO, Rational.of(1, 3)));
    assertUndefined(INTERVALS.of(INFINITY));
    assertUndefined(INTERVALS.of(Double.NaN));
  }

  private static void assertUndefined(Interval actual) {
    assertThat(actual).isEqualTo(Interval.UNDEFINED);
  }

  @Test
  void whatIsUndefinedStaysSo() {
    Interval undefined = Interval.UNDEFINED;
    Interval zero = INTERVALS.zero();

    assertUndefined(INTERVALS.add(undefined, zero));
    assertUndefined(INTERVALS.multiply(zero, undefined));
    assertUndefined(INTERVALS.divide(zero, undefined));
    assertUndefined(INTERVALS.negate(undefined));
    assertUndefined(INTERVALS.exp(undefined));
    assertUndefined(INTERVALS.sin(undefined));
    assertUndefined(INTERVALS.abs(undefined));
    assertUndefined(INTERVALS.max(undefined, zero));
    assertUndefined(INTERVALS.pow(undefined, zero));
    assertUndefined(INTERVALS.power(undefined, Rational.ZERO));
    assertUndefined(INTERVALS.less(undefined, zero));
    assertUndefined(INTERVALS.equal(zero, undefined));
    assertUndefined(INTERVALS.select(undefined, zero, zero));
    assertUndefined(INTERVALS.select(OPEN, zero, undefined));
    assertUndefined(INTERVALS.anchor(undefined));
  }

  @Test
  void unboundedIntervalsKeepTheirMeaning() {
    Interval large = INTERVALS.exp(INTERVALS.of(800.0));

    assertThat(large).isEqualTo(new Interval(large.low(), INFINITY));
    assertThat(large.low()).isGreaterThan(1e308);
    assertThat(INTERVALS.subtract(large, large)).isEqualTo(Interval.WHOLE);
    assertThat(INTERVALS.multiply(INTERVALS.zero(), Interval.WHOLE)).isEqualTo(INTERVALS.zero());
    assertThat(INTERVALS.divide(large, large)).isEqualTo(new Interval(0, INFINITY));
    assertThat(INTERVALS.divide(INTERVALS.one(), large).low()).isZero();
    assertThat(INTERVALS.sigmoid(Interval.WHOLE)).isEqualTo(OPEN);
    assertThat(INTERVALS.tanh(Interval.WHOLE)).isEqualTo(new Interval(-1, 1));
    assertThat(INTERVALS.softplus(Interval.WHOLE)).isEqualTo(new Interval(0, INFINITY));
    assertThat(INTERVALS.exp(Interval.WHOLE)).isEqualTo(new Interval(0, INFINITY));
    assertThat(INTERVALS.log(large)).matches(log -> log.contains(800) && log.high() == INFINITY);
    assertThat(INTERVALS.sin(Interval.WHOLE)).isEqualTo(new Interval(-1, 1));
    assertThat(INTERVALS.power(Interval.WHOLE, Rational.of(2)))
        .isEqualTo(new Interval(0, INFINITY));
    assertThat(INTERVALS.power(Interval.WHOLE, Rational.of(3))).isEqualTo(Interval.WHOLE);
    assertThat(INTERVALS.add(INTERVALS.of(Double.MAX_VALUE), INTERVALS.of(Double.MAX_VALUE)))
        .isEqualTo(new Interval(Double.MAX_VALUE, INFINITY));
    assertThat(INTERVALS.of(Rational.of(BigInteger.TEN.pow(400), BigInteger.ONE)))
        .isEqualTo(new Interval(Double.MAX_VALUE, INFINITY));
  }

  @Test
  void saturatedFunctionsAreTight() {
    assertThat(INTERVALS.sigmoid(INTERVALS.of(800.0)))
        .isEqualTo(new Interval(Math.nextDown(Math.nextDown(1.0)), 1));
    assertThat(INTERVALS.sigmoid(INTERVALS.of(-800.0)).high()).isLessThan(1e-320);
    assertThat(INTERVALS.softplus(INTERVALS.of(800.0)))
        .isEqualTo(new Interval(800, Math.nextUp(800.0)));
    assertThat(INTERVALS.tanh(INTERVALS.of(-800.0)).low()).isEqualTo(-1);
  }

  @Test
  void evenPowersFoldAtZero() {
    assertThat(INTERVALS.power(AROUND_ZERO, Rational.of(2))).isEqualTo(new Interval(0, 4));
    assertThat(INTERVALS.pow(AROUND_ZERO, INTERVALS.of(2.0))).isEqualTo(new Interval(0, 4));
    assertThat(INTERVALS.power(AROUND_ZERO, Rational.of(3)))
        .matches(x -> x.contains(-1) && x.contains(8) && x.low() > -1.001 && x.high() < 8.001);
    assertThat(INTERVALS.power(new Interval(-2, -1), Rational.of(-1)))
        .isEqualTo(new Interval(-1, -0.5));
    assertThat(INTERVALS.power(new Interval(-2, -1), Rational.of(-2)))
        .matches(x -> x.contains(0.25) && x.contains(1) && x.low() > 0.2499 && x.high() < 1.001);
    assertThat(INTERVALS.multiply(AROUND_ZERO, AROUND_ZERO)).isEqualTo(new Interval(-2, 4));
  }

  @Test
  void sineAndCosineReachTheirExtremaInside() {
    assertThat(INTERVALS.sin(new Interval(1, 2)).high()).isEqualTo(1);
    assertThat(INTERVALS.sin(new Interval(1, 2)).low()).isLessThan(0.8415);
    assertThat(INTERVALS.sin(new Interval(4, 5)).low()).isEqualTo(-1);
    assertThat(INTERVALS.sin(new Interval(-1, 1)).high()).isLessThan(0.8415);
    assertThat(INTERVALS.cos(AROUND_ZERO).high()).isEqualTo(1);
    assertThat(INTERVALS.cos(new Interval(3, 4)).low()).isEqualTo(-1);
    assertThat(INTERVALS.cos(new Interval(0, 1))).matches(x -> x.high() == 1 && x.low() > 0.54);
    assertThat(INTERVALS.sin(new Interval(1, 5))).isEqualTo(new Interval(-1, 1));
    assertThat(INTERVALS.sin(new Interval(0, 6.5))).isEqualTo(new Interval(-1, 1));
    assertThat(INTERVALS.sin(new Interval(0x1p54, 0x1p54 + 4))).isEqualTo(new Interval(-1, 1));
  }

  @Test
  void anOpenConditionEnclosesBothBranches() {
    Interval low = new Interval(1, 2);
    Interval high = new Interval(5, 6);

    assertThat(INTERVALS.less(low, high)).isEqualTo(INTERVALS.one());
    assertThat(INTERVALS.less(high, low)).isEqualTo(INTERVALS.zero());
    assertThat(INTERVALS.less(low, low)).isEqualTo(OPEN);
    assertThat(INTERVALS.less(new Interval(2, 3), low)).isEqualTo(INTERVALS.zero());
    assertThat(INTERVALS.equal(low, low)).isEqualTo(OPEN);
    assertThat(INTERVALS.equal(low, high)).isEqualTo(INTERVALS.zero());
    assertThat(INTERVALS.equal(INTERVALS.of(3.0), INTERVALS.of(3.0))).isEqualTo(INTERVALS.one());
    assertThat(INTERVALS.select(OPEN, low, high)).isEqualTo(new Interval(1, 6));
    assertThat(INTERVALS.select(new Interval(-1, -0.5), low, high)).isEqualTo(low);
    assertThat(INTERVALS.max(AROUND_ZERO, low)).isEqualTo(low);
    assertThat(INTERVALS.max(AROUND_ZERO, OPEN)).isEqualTo(new Interval(0, 2));
    assertThat(INTERVALS.abs(AROUND_ZERO)).isEqualTo(new Interval(0, 2));
    assertThat(INTERVALS.abs(new Interval(-2, -1))).isEqualTo(low);
  }

  @Test
  void magnitudeIsTheLeastDistanceToZero() {
    assertThat(INTERVALS.magnitude(AROUND_ZERO)).isZero();
    assertThat(INTERVALS.magnitude(new Interval(-3, -2))).isEqualTo(2);
    assertThat(INTERVALS.magnitude(Interval.UNDEFINED)).isNaN();
  }

  @Test
  void anchorsAreFinitePoints() {
    assertThat(INTERVALS.anchor(AROUND_ZERO)).isEqualTo(INTERVALS.of(0.5));
    assertThat(INTERVALS.anchor(Interval.WHOLE)).isEqualTo(INTERVALS.zero());
    assertThat(INTERVALS.anchor(new Interval(Double.MAX_VALUE, INFINITY)))
        .isEqualTo(INTERVALS.of(Double.MAX_VALUE / 2));
  }
}
