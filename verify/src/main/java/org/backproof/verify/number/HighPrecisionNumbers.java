package org.backproof.verify.number;

import static com.google.common.base.Preconditions.checkArgument;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.backproof.core.number.NoValueException;
import org.backproof.core.number.NumberSystem;
import org.backproof.core.number.Rational;

/**
 * Real numbers to a chosen number of decimal digits. Sums, products, quotients and square roots are
 * rounded to the nearest, elementary functions are right to a few units of the last digit, sine and
 * cosine to as many places after the point. A double stands for itself exactly.
 *
 * <p>There is no infinity and no NaN: where a function has no value, as a quotient by zero or the
 * logarithm of a negative number, it throws {@link NoValueException}, also in a branch that {@link
 * #select} would not take. So does a result of 10^1,000,000 or more, at once, however much larger
 * it is; a result below 10^-1,000,000 is zero.
 */
public final class HighPrecisionNumbers implements NumberSystem<BigDecimal> {
  private static final int LEAST_DIGITS = 17;
  private static final int GREATEST_EXPONENT = 1_000_000;

  /** Above this exp exceeds the greatest number, and below its negative it is zero. */
  private static final BigDecimal GREATEST_LOGARITHM = new BigDecimal("2302585.1");

  /** A sine needs as many digits of pi as its argument has before the point. */
  private static final int GREATEST_EXPONENT_OF_ANGLE = 400;

  /** Beyond it, whether a number is odd takes too many digits to tell. */
  private static final int GREATEST_EXPONENT_WITH_PARITY = 400;

  private static final int GUARD_DIGITS = 10;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final MathContext context;
  private final MathContext guarded;

  /**
   * Numbers of a precision.
   *
   * @param digits how many decimal digits each result has, 17 or more
   */
  public HighPrecisionNumbers(int digits) {
    checkArgument(
        digits >= LEAST_DIGITS,
        "%s decimal digits are fewer than a double has; ask for %s or more",
        digits,
        LEAST_DIGITS);
    context = new MathContext(digits, RoundingMode.HALF_EVEN);
    guarded = withMoreDigits(GUARD_DIGITS);
  }

  private MathContext withMoreDigits(int more) {
    return new MathContext(context.getPrecision() + more, RoundingMode.HALF_EVEN);
  }

  /** How many decimal digits each result has. */
  public int digits() {
    return context.getPrecision();
  }

  @Override
  public String name() {
    return digits() + " decimal digits";
  }

  @Override
  public BigDecimal of(Rational value) {
    return checked(
        new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), context));
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if the value is infinite or NaN
   */
  @Override
  public BigDecimal of(double value) {
    if (!Double.isFinite(value)) {
      throw new NoValueException(value + " is no real number; give finite doubles");
    }
    return new BigDecimal(value);
  }

  @Override
  public BigDecimal zero() {
    return BigDecimal.ZERO;
  }

  @Override
  public BigDecimal one() {
    return ONE;
  }

  @Override
  public BigDecimal add(BigDecimal a, BigDecimal b) {
    return checked(a.add(b, context));
  }

  @Override
  public BigDecimal subtract(BigDecimal a, BigDecimal b) {
    return checked(a.subtract(b, context));
  }

  @Override
  public BigDecimal negate(BigDecimal x) {
    return x.negate();
  }

  @Override
  public BigDecimal multiply(BigDecimal a, BigDecimal b) {
    return checked(a.multiply(b, context));
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if {@code b} is 0
   */
  @Override
  public BigDecimal divide(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw new NoValueException("A quotient by zero has no value");
    }
    return checked(a.divide(b, context));
  }

  @Override
  public BigDecimal exp(BigDecimal x) {
    if (x.abs().compareTo(GREATEST_LOGARITHM) > 0) {
      if (x.signum() < 0) {
        return BigDecimal.ZERO;
      }
      throw tooLarge("exp(" + brief(x) + ")");
    }
    return isNegligibleBesideOne(x)
        ? ONE.add(x, context)
        : checked(round(BigDecimalMath.exp(x, guardedFor(x))));
  }

  @Override
  public BigDecimal expm1(BigDecimal x) {
    if (isNegligibleBesideOne(x)) {
      return round(x);
    }
    int cancelled = Math.max(0, -exponent(x));
    if (cancelled == 0) {
      return subtract(exp(x), ONE);
    }
    MathContext wide = withMoreDigits(GUARD_DIGITS + cancelled);
    return round(BigDecimalMath.exp(x, wide).subtract(ONE));
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if {@code x} is not positive
   */
  @Override
  public BigDecimal log(BigDecimal x) {
    requirePositive("log", x, x);
    int exponent = exponent(x);
    BigDecimal mantissa = x.scaleByPowerOfTen(-exponent);
    if (mantissa.multiply(mantissa).compareTo(BigDecimal.TEN) > 0) {
      exponent++;
      mantissa = mantissa.movePointLeft(1);
    }
    BigDecimal tens = BigDecimalMath.log(BigDecimal.TEN, guarded);
    return round(
        logNearOne(mantissa.subtract(ONE)).add(tens.multiply(BigDecimal.valueOf(exponent))));
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if {@code x} is -1 or below
   */
  @Override
  public BigDecimal log1p(BigDecimal x) {
    requirePositive("log1p", x.add(ONE, context), x);
    return exponent(x) < -1 ? round(logNearOne(x)) : log(ONE.add(x, guarded));
  }

  /** {@code log(1 + x)} to all digits and some more, where {@code 1 + x} is about one. */
  private BigDecimal logNearOne(BigDecimal x) {
    return isNegligibleBesideOne(x)
        ? x
        : BigDecimalMath.log(ONE.add(x), withMoreDigits(GUARD_DIGITS + Math.max(0, -exponent(x))));
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if {@code x} is negative
   */
  @Override
  public BigDecimal sqrt(BigDecimal x) {
    if (x.signum() < 0) {
      throw new NoValueException("sqrt has no value at " + brief(x) + ", which is negative");
    }
    return checked(x.sqrt(context));
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if {@code x} is 10^400 or more
   */
  @Override
  public BigDecimal sin(BigDecimal x) {
    requireAngle("sin", x);
    return isNegligibleBesideOne(x) ? round(x) : round(BigDecimalMath.sin(x, guardedFor(x)));
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if {@code x} is 10^400 or more
   */
  @Override
  public BigDecimal cos(BigDecimal x) {
    requireAngle("cos", x);
    return isNegligibleBesideOne(x) ? ONE : round(BigDecimalMath.cos(x, guardedFor(x)));
  }

  private static void requireAngle(String function, BigDecimal x) {
    if (exponent(x) >= GREATEST_EXPONENT_OF_ANGLE) {
      throw new NoValueException(
          function
              + "("
              + brief(x)
              + ") is not computed; keep arguments below 10^"
              + GREATEST_EXPONENT_OF_ANGLE);
    }
  }

  @Override
  public BigDecimal sigmoid(BigDecimal x) {
    BigDecimal e = exp(x.abs().negate());
    return divide(x.signum() < 0 ? e : ONE, add(ONE, e));
  }

  @Override
  public BigDecimal softplus(BigDecimal x) {
    return add(x.max(BigDecimal.ZERO), log1p(exp(x.abs().negate())));
  }

  /**
   * With {@code t = exp(-2|x|) - 1} it is {@code -t / (t + 2)}, which neither overflows nor
   * cancels.
   */
  @Override
  public BigDecimal tanh(BigDecimal x) {
    BigDecimal t = expm1(x.abs().multiply(TWO).negate());
    BigDecimal absolute = divide(t.negate(), add(t, TWO));
    return x.signum() < 0 ? absolute.negate() : absolute;
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if {@code x} is negative and {@code y} no whole number, or {@code x}
   *     is 0 and {@code y} negative
   */
  @Override
  public BigDecimal pow(BigDecimal x, BigDecimal y) {
    if (y.signum() == 0) {
      return ONE;
    }
    if (x.signum() == 0) {
      return y.signum() > 0 ? BigDecimal.ZERO : divide(ONE, x);
    }
    if (x.signum() > 0) {
      return positivePower(x, y);
    }
    boolean isOdd = isOdd(x, y);
    BigDecimal absolute = positivePower(x.negate(), y);
    return isOdd ? absolute.negate() : absolute;
  }

  private static boolean isOdd(BigDecimal base, BigDecimal y) {
    if (exponent(y) >= GREATEST_EXPONENT_WITH_PARITY || y.remainder(BigDecimal.ONE).signum() != 0) {
      throw new NoValueException(
          brief(base)
              + " to the power "
              + brief(y)
              + " has no value; a negative base needs a whole exponent below 10^"
              + GREATEST_EXPONENT_WITH_PARITY);
    }
    return y.remainder(TWO).signum() != 0;
  }

  /** By {@code exp(y log(x))}, with as many digits more as the exponential loses. */
  private BigDecimal positivePower(BigDecimal x, BigDecimal y) {
    HighPrecisionNumbers wide = new HighPrecisionNumbers(digits() + GUARD_DIGITS);
    BigDecimal logarithm = wide.multiply(y, wide.log(x));
    return round(wide.exp(logarithm));
  }

  @Override
  public BigDecimal abs(BigDecimal x) {
    return x.abs();
  }

  @Override
  public BigDecimal max(BigDecimal a, BigDecimal b) {
    return a.max(b);
  }

  @Override
  public BigDecimal less(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) < 0 ? ONE : BigDecimal.ZERO;
  }

  @Override
  public BigDecimal equal(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0 ? ONE : BigDecimal.ZERO;
  }

  @Override
  public BigDecimal select(BigDecimal condition, BigDecimal whenTrue, BigDecimal whenFalse) {
    return condition.signum() != 0 ? whenTrue : whenFalse;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public BigDecimal anchor(BigDecimal x) {
    return x;
  }

  /** The absolute value, within the range of positive doubles. */
  @Override
  public double magnitude(BigDecimal x) {
    return x.signum() == 0
        ? 0
        : Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, x.abs().doubleValue()));
  }

  /** The exponent of the leading digit: 0 from 1 to below 10. */
  private static int exponent(BigDecimal x) {
    return x.precision() - x.scale() - 1;
  }

  /** Whether {@code x} is so small that its square vanishes beside it, and it beside one. */
  private boolean isNegligibleBesideOne(BigDecimal x) {
    return x.signum() == 0 || exponent(x) < -digits() - 1;
  }

  /** Enough digits for a function that depends on the digits of {@code x} after the point. */
  private MathContext guardedFor(BigDecimal x) {
    return exponent(x) <= 0 ? guarded : withMoreDigits(GUARD_DIGITS + exponent(x));
  }

  private BigDecimal round(BigDecimal x) {
    return x.round(context);
  }

  /**
   * One zero, so that constants are recognised, and no number that others would take for ever on.
   */
  private static BigDecimal checked(BigDecimal x) {
    if (x.signum() == 0 || exponent(x) < -GREATEST_EXPONENT) {
      return BigDecimal.ZERO;
    }
    if (exponent(x) >= GREATEST_EXPONENT) {
      throw tooLarge(brief(x));
    }
    return x;
  }

  private static void requirePositive(String function, BigDecimal positive, BigDecimal argument) {
    if (positive.signum() <= 0) {
      throw new NoValueException(
          function + " has no value at " + brief(argument) + "; its argument is too small");
    }
  }

  private static NoValueException tooLarge(String what) {
    return new NoValueException(
        what + " is larger than 10^" + GREATEST_EXPONENT + ", the greatest number here");
  }

  private static String brief(BigDecimal x) {
    return x.round(new MathContext(6)).toString();
  }
}
