package org.backproof.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/**
 * The laws of every number system.
 *
 * @param <T> the numbers
 */
@PropertyDefaults(tries = 300)
abstract class NumberSystemContract<T> extends MatrixFunctionsContract<T> {
  /** Numbers of modest size, up to 8 where there is an order. */
  abstract Arbitrary<T> modest();

  /** What a branch that was not taken may hold at worst. */
  abstract T worst();

  @Provide
  Arbitrary<T> numbers() {
    return modest();
  }

  @Provide
  Arbitrary<Rational> rationals() {
    return Combinators.combine(
            Arbitraries.longs().between(-99, 99), Arbitraries.longs().between(1, 99))
        .as(Rational::of);
  }

  @Property
  void sumsCommuteAndAssociate(
      @ForAll("numbers") T a, @ForAll("numbers") T b, @ForAll("numbers") T c) {
    assertSame(system().add(a, b), system().add(b, a));
    assertSame(system().add(system().add(a, b), c), system().add(a, system().add(b, c)));
    assertSame(system().add(a, system().zero()), a);
  }

  @Property
  void productsCommuteAssociateAndDistribute(
      @ForAll("numbers") T a, @ForAll("numbers") T b, @ForAll("numbers") T c) {
    NumberSystem<T> s = system();
    assertSame(s.multiply(a, b), s.multiply(b, a));
    assertSame(s.multiply(s.multiply(a, b), c), s.multiply(a, s.multiply(b, c)));
    assertSame(s.multiply(a, s.add(b, c)), s.add(s.multiply(a, b), s.multiply(a, c)));
    assertSame(s.multiply(a, s.one()), a);
    assertSame(s.multiply(a, s.zero()), s.zero());
  }

  @Property
  void differencesUndoSums(@ForAll("numbers") T a, @ForAll("numbers") T b) {
    assertSame(system().add(system().subtract(a, b), b), a);
    assertSame(system().subtract(system().zero(), b), system().negate(b));
  }

  @Property
  void quotientsUndoProducts(@ForAll("numbers") T a, @ForAll("numbers") T b) {
    T divisor = system().exp(b);
    assertSame(system().multiply(system().divide(a, divisor), divisor), a);
  }

  @Property
  void fractionsKeepTheirArithmetic(
      @ForAll("rationals") Rational p, @ForAll("rationals") Rational q) {
    NumberSystem<T> s = system();
    assertSame(s.add(s.of(p), s.of(q)), s.of(p.plus(q)));
    assertSame(s.subtract(s.of(p), s.of(q)), s.of(p.minus(q)));
    assertSame(s.multiply(s.of(p), s.of(q)), s.of(p.times(q)));
    if (q.signum() != 0) {
      assertSame(s.divide(s.of(p), s.of(q)), s.of(p.dividedBy(q)));
    }
  }

  @Property
  void aDoubleIsTheFractionThatItIs(@ForAll("doubles") double x) {
    assertThat(system().of(x)).isEqualTo(system().of(Rational.exactly(x)));
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Arbitraries.doubles().between(-1e6, 1e6).ofScale(15);
  }

  @Property
  void expTurnsSignsIntoReciprocals(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    assertSame(s.multiply(s.exp(x), s.exp(s.negate(x))), s.one());
    assertSame(s.exp(s.zero()), s.one());
    assertSame(s.expm1(x), s.subtract(s.exp(x), s.one()));
  }

  @Property
  void logUndoesExp(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    T power = s.exp(x);
    assertSame(s.log(power), x);
    assertSame(s.log(s.divide(s.one(), power)), s.negate(x));
    assertSame(s.exp(s.log(power)), power);
    assertSame(s.log(s.one()), s.zero());
    assertSame(s.log1p(power), s.log(s.add(s.one(), power)));
  }

  @Property
  void sigmoidIsExpOverOnePlusExp(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    assertSame(s.add(s.sigmoid(x), s.sigmoid(s.negate(x))), s.one());
    assertSame(s.sigmoid(x), s.divide(s.exp(x), s.add(s.one(), s.exp(x))));
  }

  @Property
  void softplusOfOppositesDiffersByTheArgument(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    assertSame(s.subtract(s.softplus(x), s.softplus(s.negate(x))), x);
    assertSame(s.softplus(s.zero()), s.log(s.of(Rational.of(2))));
  }

  @Property
  void tanhIsOddAndASigmoidRescaled(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    T sigmoid = s.sigmoid(s.add(x, x));
    assertSame(s.tanh(x), s.subtract(s.add(sigmoid, sigmoid), s.one()));
    assertSame(s.tanh(s.negate(x)), s.negate(s.tanh(x)));
  }

  @Property
  void sineAndCosineLieOnTheCircle(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    T sin = s.sin(x);
    T cos = s.cos(x);
    assertSame(s.add(s.multiply(sin, sin), s.multiply(cos, cos)), s.one());
    assertSame(s.sin(s.negate(x)), s.negate(sin));
    assertSame(s.cos(s.negate(x)), cos);
    assertSame(s.cos(s.zero()), s.one());
    assertSame(s.sin(s.zero()), s.zero());
  }

  @Property
  void theSquareOfARootIsTheNumber(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    T square = s.multiply(s.exp(x), s.exp(x));
    assertSame(s.multiply(s.sqrt(square), s.sqrt(square)), square);
    assertSame(s.power(square, Rational.of(1, 2)), s.sqrt(square));
    assertSame(s.power(square, Rational.of(3, 2)), s.multiply(square, s.sqrt(square)));
  }

  @Property
  void wholePowersAreRepeatedProducts(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    T cube = s.multiply(x, s.multiply(x, x));
    assertSame(s.power(x, Rational.of(2)), s.multiply(x, x));
    assertSame(s.power(x, Rational.of(3)), cube);
    assertSame(s.pow(x, s.of(Rational.of(3))), cube);
    assertSame(s.power(x, Rational.ONE), x);
    assertSame(s.pow(x, s.one()), x);
    assertSame(s.power(x, Rational.ZERO), s.one());
    assertSame(s.pow(x, s.zero()), s.one());
  }

  @Property
  void negativePowersAreReciprocals(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    T power = s.negate(s.exp(x));
    T reciprocal = s.divide(s.one(), power);
    assertSame(s.power(power, Rational.of(-1)), reciprocal);
    assertSame(s.pow(power, s.of(Rational.of(-1))), reciprocal);
    assertSame(s.power(power, Rational.of(-2)), s.multiply(reciprocal, reciprocal));
  }

  @Property
  void powersOfPositiveNumbersAreExponentials(
      @ForAll("numbers") T x, @ForAll("rationals") Rational exponent) {
    NumberSystem<T> s = system();
    T y = s.divide(s.of(exponent), s.of(Rational.of(100)));
    Assume.that(!exponent.isInteger());
    assertSame(s.pow(s.exp(x), y), s.exp(s.multiply(y, x)));
  }

  @Example
  void zeroToThePowerZeroIsOne() {
    NumberSystem<T> s = system();
    assertSame(s.pow(s.zero(), s.zero()), s.one());
    assertSame(s.power(s.zero(), Rational.ZERO), s.one());
    assertSame(s.pow(s.zero(), s.of(Rational.of(2))), s.zero());
  }

  @Property
  void selectIgnoresTheOtherBranch(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    assertThat(s.select(s.one(), x, worst())).isEqualTo(x);
    assertThat(s.select(s.zero(), worst(), x)).isEqualTo(x);
    assertThat(s.select(s.negate(s.one()), x, worst())).isEqualTo(x);
  }

  @Property
  void equalNumbersAreEqual(@ForAll("rationals") Rational p, @ForAll("rationals") Rational q) {
    NumberSystem<T> s = system();
    assertThat(s.equal(s.of(p), s.of(q)))
        .matches(truth -> s.magnitude(truth) == 0 || p.equals(q))
        .matches(truth -> !truth.equals(s.zero()) || !p.equals(q));
  }

  @Property
  void orderIsThatOfTheFractionsOrRefused(
      @ForAll("rationals") Rational p, @ForAll("rationals") Rational q) {
    NumberSystem<T> s = system();
    T a = s.of(p);
    T b = s.of(q);
    if (!s.isOrdered()) {
      assertHasNoOrder(a, b);
      return;
    }
    if (p.equals(q)) {
      assertThat(s.magnitude(s.less(a, b))).isZero();
    } else {
      assertSame(s.less(a, b), s.of(Rational.of(p.compareTo(q) < 0 ? 1 : 0)));
    }
    assertSame(s.max(a, b), p.compareTo(q) < 0 ? b : a);
    assertSame(s.abs(a), s.of(p.abs()));
  }

  private void assertHasNoOrder(T a, T b) {
    assertThatThrownBy(() -> system().less(a, b))
        .isInstanceOf(NoValueException.class)
        .hasMessageContaining("have no order");
    assertThatThrownBy(() -> system().max(a, b)).isInstanceOf(NoValueException.class);
    assertThatThrownBy(() -> system().abs(a)).isInstanceOf(NoValueException.class);
  }

  @Property
  void anAnchorIsAConstantThatCanBeAddedBack(@ForAll("numbers") T x) {
    NumberSystem<T> s = system();
    T anchor = s.anchor(x);
    assertSame(s.add(s.subtract(x, anchor), anchor), x);
    assertThat(s.anchor(anchor)).isEqualTo(anchor);
  }

  @Property
  void magnitudeIsZeroForZeroAlone(@ForAll("rationals") Rational p) {
    assertThat(system().magnitude(system().of(p)) == 0).isEqualTo(p.signum() == 0);
  }
}
