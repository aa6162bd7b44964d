package org.backproof.core.number;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact quotient of integers in lowest terms with a positive denominator. Immutable. */
public final class Rational implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  private final BigInteger numerator;
  private final BigInteger denominator;

  private Rational(BigInteger numerator, BigInteger denominator) {
    BigInteger gcd = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
    this.numerator = numerator.divide(gcd);
    this.denominator = denominator.divide(gcd);
  }

  public static Rational of(long value) {
    return of(value, 1);
  }

  /**
   * The quotient of two integers.
   *
   * @throws IllegalArgumentException if the denominator is 0
   */
  public static Rational of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * The quotient of two integers.
   *
   * @throws IllegalArgumentException if the denominator is 0
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    checkArgument(denominator.signum() != 0, "%s/0 is not a number", numerator);
    return new Rational(numerator, denominator);
  }

  /** The exact value of a decimal: {@code 0.1} is one tenth. */
  public static Rational of(BigDecimal decimal) {
    return decimal.scale() > 0
        ? of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : of(decimal.toBigIntegerExact(), BigInteger.ONE);
  }

  /**
   * The exact value of a double.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public static Rational exactly(double value) {
    checkArgument(Double.isFinite(value), "%s has no exact value", value);
    return of(new BigDecimal(value));
  }

  public BigInteger numerator() {
    return numerator;
  }

  public BigInteger denominator() {
    return denominator;
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  public int signum() {
    return numerator.signum();
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The quotient.
   *
   * @throws IllegalArgumentException if the divisor is 0
   */
  public Rational dividedBy(Rational divisor) {
    return times(divisor.reciprocal());
  }

  /**
   * One divided by this.
   *
   * @throws IllegalArgumentException if this is 0
   */
  public Rational reciprocal() {
    return of(denominator, numerator);
  }

  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /** The nearest double. */
  public double toDouble() {
    if (numerator.bitLength() <= 53 && denominator.bitLength() <= 53) {
      return numerator.doubleValue() / denominator.doubleValue();
    }
    // The decimal quotient to 800 digits lies on the same side of every midpoint between two
    // doubles (those have at most
    // 768 digits) unless it is a tie broken beyond that, which no quotient that a person writes is.
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), new MathContext(800))
        .doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational that
        && numerator.equals(that.numerator)
        && denominator.equals(that.denominator);
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  /** For instance {@code 3}, {@code -1/2}. */
  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
