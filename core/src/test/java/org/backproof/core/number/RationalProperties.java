package org.backproof.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

@PropertyDefaults(tries = 300)
class RationalProperties {
  @Provide
  Arbitrary<Rational> rationals() {
    Arbitrary<BigInteger> wholes =
        Arbitraries.oneOf(
            Arbitraries.bigIntegers().between(BigInteger.valueOf(-20), BigInteger.valueOf(20)),
            Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)));
    return Combinators.combine(wholes, wholes.filter(n -> n.signum() != 0)).as(Rational::of);
  }

  @Property
  void itsPartsAreInLowestTermsWithAPositiveDenominator(@ForAll("rationals") Rational a) {
    assertThat(a.denominator()).isPositive();
    assertThat(a.numerator().gcd(a.denominator())).isEqualTo(BigInteger.ONE);
    assertThat(a.isInteger()).isEqualTo(a.denominator().equals(BigInteger.ONE));
    assertThat(a.signum()).isEqualTo(a.numerator().signum());
  }

  @Property
  void rationalsFormAField(
      @ForAll("rationals") Rational a,
      @ForAll("rationals") Rational b,
      @ForAll("rationals") Rational c) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.times(b)).isEqualTo(b.times(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
    assertThat(a.minus(b).plus(b)).isEqualTo(a);
    assertThat(a.plus(a.negate())).isEqualTo(Rational.ZERO);
    if (b.signum() != 0) {
      assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
      assertThat(b.times(b.reciprocal())).isEqualTo(Rational.ONE);
    }
  }

  @Property
  void theOrderIsThatOfTheDifference(
      @ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).signum());
    assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
    assertThat(a.abs()).isEqualTo(a.signum() < 0 ? a.negate() : a);
  }

  @Property
  void toDoubleIsTheNearestDouble(@ForAll("rationals") Rational a) {
    double nearest = a.toDouble();
    Rational error = a.minus(Rational.exactly(nearest)).abs();

    assertThat(error).isLessThanOrEqualTo(a.minus(Rational.exactly(Math.nextUp(nearest))).abs());
    assertThat(error).isLessThanOrEqualTo(a.minus(Rational.exactly(Math.nextDown(nearest))).abs());
  }

  @Property
  void aDoubleComesBackFromItsExactValue(@ForAll double x) {
    assertThat(Rational.exactly(x).toDouble()).isEqualTo(x + 0.0);
  }

  @Property
  void decimalsAreExact(@ForAll("decimals") BigDecimal decimal) {
    Rational rational = Rational.of(decimal);

    assertThat(new BigDecimal(rational.numerator()).divide(new BigDecimal(rational.denominator())))
        .isEqualByComparingTo(decimal);
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-20, 20))
        .as(BigDecimal::valueOf);
  }

  @Example
  void itReadsAsAFraction() {
    assertThat(Rational.of(6, -4)).hasToString("-3/2");
    assertThat(Rational.of(-4, -2)).hasToString("2");
    assertThat(Rational.of(new BigDecimal("0.1"))).isEqualTo(Rational.of(1, 10));
  }

  @Example
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Rational.of(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1/0 is not a number");
    assertThatThrownBy(Rational.ZERO::reciprocal).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rational.exactly(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Infinity has no exact value");
  }
}
