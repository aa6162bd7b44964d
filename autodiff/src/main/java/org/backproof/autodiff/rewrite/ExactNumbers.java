package org.backproof.autodiff.rewrite;

import java.math.BigInteger;
import org.backproof.core.number.NoValueException;
import org.backproof.core.number.NumberSystem;
import org.backproof.core.number.Rational;

/**
 * Quotients of integers, for functions of literals: a value is exact, or there is none. Nor is
 * there one where it would have too many digits to be worth writing out.
 */
final class ExactNumbers implements NumberSystem<Rational> {
  static final ExactNumbers INSTANCE = new ExactNumbers();

  private static final int MOST_BITS = 256;
  private static final Rational GREATEST_EXPONENT = Rational.of(MOST_BITS);

  private ExactNumbers() {}

  @Override
  public String name() {
    return "rational";
  }

  /** Whether the digits are few enough. */
  static boolean isShort(Rational x) {
    return x.numerator().bitLength() <= MOST_BITS && x.denominator().bitLength() <= MOST_BITS;
  }

  private static Rational checked(Rational x) {
    if (!isShort(x)) {
      throw new NoValueException("A number of more than " + MOST_BITS + " bits");
    }
    return x;
  }

  private static Rational only(Rational argument, Rational x, Rational value, String function) {
    if (!x.equals(argument)) {
      throw new NoValueException(function + "(" + x + ") is not known to be rational");
    }
    return value;
  }

  @Override
  public Rational of(Rational value) {
    return value;
  }

  @Override
  public Rational of(double value) {
    return Rational.exactly(value);
  }

  @Override
  public Rational add(Rational a, Rational b) {
    return checked(a.plus(b));
  }

  @Override
  public Rational subtract(Rational a, Rational b) {
    return checked(a.minus(b));
  }

  @Override
  public Rational multiply(Rational a, Rational b) {
    return checked(a.times(b));
  }

  @Override
  public Rational divide(Rational a, Rational b) {
    if (b.signum() == 0) {
      throw new NoValueException(a + " / 0 has no value");
    }
    return checked(a.dividedBy(b));
  }

  @Override
  public Rational exp(Rational x) {
    return only(Rational.ZERO, x, Rational.ONE, "exp");
  }

  @Override
  public Rational log(Rational x) {
    return only(Rational.ONE, x, Rational.ZERO, "log");
  }

  @Override
  public Rational sqrt(Rational x) {
    if (x.signum() < 0) {
      throw new NoValueException("sqrt(" + x + ") is no real number");
    }
    BigInteger numerator = x.numerator().sqrt();
    BigInteger denominator = x.denominator().sqrt();
    Rational root = Rational.of(numerator, denominator);
    if (!root.times(root).equals(x)) {
      throw new NoValueException("sqrt(" + x + ") is not rational");
    }
    return root;
  }

  @Override
  public Rational sin(Rational x) {
    return only(Rational.ZERO, x, Rational.ZERO, "sin");
  }

  @Override
  public Rational cos(Rational x) {
    return only(Rational.ZERO, x, Rational.ONE, "cos");
  }

  @Override
  public Rational pow(Rational x, Rational y) {
    return power(x, y);
  }

  @Override
  public Rational power(Rational x, Rational exponent) {
    if (!exponent.isInteger() || exponent.abs().compareTo(GREATEST_EXPONENT) > 0) {
      throw new NoValueException(x + " to the power of " + exponent + " is not written out");
    }
    Rational base = exponent.signum() < 0 ? divide(Rational.ONE, x) : x;
    Rational result = Rational.ONE;
    for (int k = exponent.abs().numerator().intValueExact(); k > 0; k--) {
      result = multiply(result, base);
    }
    return result;
  }

  @Override
  public Rational less(Rational a, Rational b) {
    return a.compareTo(b) < 0 ? Rational.ONE : Rational.ZERO;
  }

  @Override
  public Rational equal(Rational a, Rational b) {
    return a.equals(b) ? Rational.ONE : Rational.ZERO;
  }

  @Override
  public Rational select(Rational condition, Rational whenTrue, Rational whenFalse) {
    return condition.signum() != 0 ? whenTrue : whenFalse;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public double magnitude(Rational x) {
    return x.signum() == 0 ? 0 : x.abs().toDouble();
  }
}
