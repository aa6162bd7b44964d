package org.backproof.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrimeFieldProperties extends NumberSystemContract<Long> {
  private static final long P = (1L << 61) - 1;
  private static final BigInteger BIG_P = BigInteger.valueOf(P);
  private static final PrimeField FIELD = new PrimeField(42);

  @Override
  NumberSystem<Long> system() {
    return FIELD;
  }

  @Override
  Arbitrary<Long> modest() {
    return Arbitraries.longs().between(0, P - 1);
  }

  @Override
  Long worst() {
    return 0L;
  }

  @Override
  void assertSame(Long actual, Long expected) {
    assertThat(actual).isEqualTo(expected).isBetween(0L, P - 1);
  }

  @Example
  void theModulusIsAPrimeThatLeavesThreeModuloFour() {
    assertThat(PrimeField.MODULUS).isEqualTo(P);
    assertThat(BIG_P.isProbablePrime(50)).isTrue();
    assertThat(P % 4).isEqualTo(3);
  }

  @Property(tries = 1000)
  void arithmeticIsThatOfIntegersModuloP(@ForAll("numbers") long a, @ForAll("numbers") long b) {
    BigInteger bigA = BigInteger.valueOf(a);
    BigInteger bigB = BigInteger.valueOf(b);

    assertThat(FIELD.add(a, b)).isEqualTo(residue(bigA.add(bigB)));
    assertThat(FIELD.subtract(a, b)).isEqualTo(residue(bigA.subtract(bigB)));
    assertThat(FIELD.multiply(a, b)).isEqualTo(residue(bigA.multiply(bigB)));
    assertThat(FIELD.negate(a)).isEqualTo(residue(bigA.negate()));
    if (b != 0) {
      assertThat(FIELD.divide(a, b)).isEqualTo(residue(bigA.multiply(bigB.modInverse(BIG_P))));
    }
  }

  private static long residue(BigInteger value) {
    return value.mod(BIG_P).longValueExact();
  }

  @Property(tries = 1000)
  void everyFiniteDoubleIsItsExactFraction(@ForAll double x) {
    assertThat(FIELD.of(x)).isEqualTo(FIELD.of(Rational.exactly(x)));
  }

  @Property
  void expIsDifferentForDifferentArgumentsAndSeeds(
      @ForAll("numbers") long a, @ForAll("numbers") long b) {
    if (a != b) {
      assertThat(FIELD.exp(a)).isNotEqualTo(FIELD.exp(b)).isNotZero();
      assertThat(new PrimeField(43).exp(b | 1)).isNotEqualTo(FIELD.exp(b | 1));
    }
  }

  /** Of 4096 fair coins, between 1850 and 2250 heads: off by chance once in 10^9. */
  @Example
  void freeValuesOfConsecutiveArgumentsHaveFairBits() {
    long[] values = LongStream.rangeClosed(1, 4096).map(FIELD::exp).toArray();
    for (int bit = 0; bit < 61; bit++) {
      int shift = bit;
      assertThat(LongStream.of(values).filter(value -> (value >>> shift & 1) == 1).count())
          .as("bit %s of exp", bit)
          .isBetween(1850L, 2250L);
    }
  }

  /** The sum of two arguments has nothing to do with the product of their values. */
  @Property
  void expOfASumIsFree(@ForAll("numbers") long a, @ForAll("numbers") long b) {
    if (a != 0 && b != 0 && a + b != P) {
      assertThat(FIELD.exp(FIELD.add(a, b)))
          .isNotEqualTo(FIELD.multiply(FIELD.exp(a), FIELD.exp(b)));
    }
  }

  @Property
  void logIsDefinedButAtZeroAndMinusOne(@ForAll("numbers") long x) {
    if (x == 0 || x == P - 1) {
      assertThatThrownBy(() -> FIELD.log(x)).isInstanceOf(NoValueException.class);
    } else {
      assertThat(FIELD.exp(FIELD.log(x))).isEqualTo(x);
    }
  }

  @Property
  void exactlyTheSquaresHaveRoots(@ForAll("numbers") long x, @ForAll("numbers") long y) {
    long xx = FIELD.multiply(x, x);
    long yy = FIELD.multiply(y, y);

    assertThat(FIELD.sqrt(xx)).isIn(x, FIELD.negate(x));
    assertThat(FIELD.multiply(FIELD.sqrt(xx), FIELD.sqrt(yy)))
        .isEqualTo(FIELD.sqrt(FIELD.multiply(xx, yy)));
    if (xx != 0) {
      assertThatThrownBy(() -> FIELD.sqrt(FIELD.negate(xx)))
          .isInstanceOf(NoValueException.class)
          .hasMessageContaining("sqrt");
    }
  }

  @Property
  void halvesOfWholeExponentsArePowersOfTheRoot(@ForAll("numbers") long x) {
    long square = FIELD.multiply(x, x);

    assertThat(FIELD.pow(square, FIELD.of(Rational.of(1, 2)))).isEqualTo(FIELD.sqrt(square));
    assertThat(FIELD.pow(square, FIELD.of(Rational.of(5, 2))))
        .isEqualTo(FIELD.multiply(FIELD.multiply(square, square), FIELD.sqrt(square)));
  }

  /** Since exp of a sum is free, shifted exponentials would not be those that are meant. */
  @Property
  void exponentialsAreNotShifted(@ForAll("numbers") long x) {
    assertThat(FIELD.anchor(x)).isZero();
  }

  @Example
  void whatHasNoValueSaysSo() {
    assertThatThrownBy(() -> FIELD.divide(3L, 0L))
        .isInstanceOf(NoValueException.class)
        .hasMessage("3 / 0 has no value among the integers modulo 2^61 - 1");
    assertThatThrownBy(() -> FIELD.of(Rational.of(1, P))).isInstanceOf(NoValueException.class);
    assertThatThrownBy(() -> FIELD.of(Double.NaN)).isInstanceOf(NoValueException.class);
    assertThatThrownBy(() -> FIELD.pow(0L, P - 1)).isInstanceOf(NoValueException.class);
  }

  /**
   * {@code (x^3/(1 + x))' = (3x^2 (1 + x) - x^3)/(1 + x)^2}, and sigmoid' = sigmoid - sigmoid^2.
   */
  @Property
  void dualNumbersOverTheFieldDifferentiateExactly(@ForAll("numbers") long x) {
    DualNumbers<Long> duals = DualNumbers.over(FIELD);
    Dual<Long> varying = new Dual<>(x, 1L);
    long plusOne = FIELD.add(x, 1L);
    if (plusOne != 0) {
      Dual<Long> quotient =
          duals.divide(duals.power(varying, Rational.of(3)), duals.add(duals.one(), varying));
      long square = FIELD.multiply(x, x);
      long numerator =
          FIELD.subtract(
              FIELD.multiply(FIELD.multiply(3L, square), plusOne), FIELD.multiply(square, x));
      assertThat(quotient.tangent())
          .isEqualTo(FIELD.divide(numerator, FIELD.multiply(plusOne, plusOne)));
    }
    long sigmoid = FIELD.sigmoid(x);
    assertThat(duals.sigmoid(varying).tangent())
        .isEqualTo(FIELD.subtract(sigmoid, FIELD.multiply(sigmoid, sigmoid)));
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Property
  void freeValuesFollowFromTheSeedAlone(@ForAll("seeds") long seed, @ForAll("numbers") long x) {
    assertThat(new PrimeField(seed).sin(x)).isEqualTo(new PrimeField(seed).sin(x));
    assertThat(new PrimeField(seed).softplus(x)).isEqualTo(new PrimeField(seed).softplus(x));
  }
}
