package org.backproof.core.number;

/**
 * The integers modulo the prime {@code p = 2^61 - 1}, as longs from 0 to {@code p - 1}: exact
 * arithmetic in which two different polynomials of degree {@code d} agree at a random point with
 * probability at most {@code d / p} (Schwartz, J. ACM 27(4), 1980; Zippel, EUROSAM 1979; DeMillo
 * &amp; Lipton, Inf. Process. Lett. 7(4), 1978).
 *
 * <p>A function that is no quotient of polynomials becomes a free value for each argument, fixed by
 * the seed, that obeys the laws which identities between such functions rest on:
 *
 * <ul>
 *   <li>{@code exp(0) = 1}, {@code exp(-u) exp(u) = 1}, {@code log(exp(u)) = u}, {@code exp(log(x))
 *       = x}; {@code sigmoid}, {@code tanh}, {@code expm1} and {@code log1p} follow from these by
 *       their definitions
 *   <li>{@code softplus(u) - softplus(-u) = u}
 *   <li>{@code sin(-u) = -sin(u)}, {@code cos(-u) = cos(u)}, {@code sin(u)^2 + cos(u)^2 = 1}
 *   <li>{@code sqrt(x)^2 = x} and {@code sqrt(x) sqrt(y) = sqrt(x y)}; only one number in two has a
 *       root
 * </ul>
 *
 * <p>Laws beyond these do not hold: {@code exp(u + v)} is not {@code exp(u) exp(v)}, and {@code
 * softplus(u)} is not {@code log1p(exp(u))}. So agreement is evidence, and disagreement a lead that
 * still needs a counterexample. {@link NoValueException} says that a function has no value, by the
 * seed or for want of an order; drawing other numbers may help in the first case.
 */
public final class PrimeField implements NumberSystem<Long> {
  /** The prime {@code 2^61 - 1}. */
  public static final long MODULUS = Mersenne61.P;

  private static final String NAME = "integers modulo 2^61 - 1";
  private static final long HALF = (MODULUS + 1) / 2;

  /** Exponents up to this, and down to its negative, mean repeated products. */
  private static final long GREATEST_WHOLE_EXPONENT = 1 << 16;

  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;

  /** {@code tanh(u/2)}, on which exp and log rest. */
  private final OddPermutation halfTanh;

  /** {@code tan(u/2)}, on which sin and cos rest. */
  private final OddPermutation halfTangent;

  private final OddPermutation evenSoftplus;

  /** The field with the free values that this seed chooses. */
  public PrimeField(long seed) {
    halfTanh = new OddPermutation(3 * seed);
    halfTangent = new OddPermutation(3 * seed + 1);
    evenSoftplus = new OddPermutation(3 * seed + 2);
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if {@code p} divides the denominator
   */
  @Override
  public Long of(Rational value) {
    return divide(Mersenne61.of(value.numerator()), Mersenne61.of(value.denominator()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if the value is infinite or NaN
   */
  @Override
  public Long of(double value) {
    if (!Double.isFinite(value)) {
      throw new NoValueException(value + " is no number among the " + NAME);
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
    long fraction = Double.doubleToLongBits(value) & MANTISSA_MASK;
    long mantissa = Math.abs(value) < Double.MIN_NORMAL ? fraction : fraction | 1L << MANTISSA_BITS;
    long scale = Mersenne61.powerOfTwo(exponent - MANTISSA_BITS);
    long absolute = Mersenne61.multiply(mantissa, scale);
    return value < 0 ? Mersenne61.negate(absolute) : absolute;
  }

  @Override
  public Long zero() {
    return 0L;
  }

  @Override
  public Long one() {
    return 1L;
  }

  @Override
  public Long add(Long a, Long b) {
    return Mersenne61.add(a, b);
  }

  @Override
  public Long subtract(Long a, Long b) {
    return Mersenne61.subtract(a, b);
  }

  @Override
  public Long multiply(Long a, Long b) {
    return Mersenne61.multiply(a, b);
  }

  @Override
  public Long negate(Long x) {
    return Mersenne61.negate(x);
  }

  /**
   * {@inheritDoc}
   *
   * @throws NoValueException if {@code b} is 0
   */
  @Override
  public Long divide(Long a, Long b) {
    if (b == 0) {
      throw new NoValueException(a + " / 0 has no value among the " + NAME);
    }
    return b == 1 ? a : Mersenne61.multiply(a, Mersenne61.inverse(b));
  }

  /** {@code (1 + t)/(1 - t)} where {@code t} is free and odd in {@code u}. */
  @Override
  public Long exp(Long u) {
    long t = halfTanh(u);
    return divide(Mersenne61.add(1, t), Mersenne61.subtract(1, t));
  }

  /** {@code (1 + t)/2}, which is {@code exp(u) / (1 + exp(u))}. */
  @Override
  public Long sigmoid(Long u) {
    return Mersenne61.multiply(HALF, Mersenne61.add(1, halfTanh(u)));
  }

  /** Neither 1 nor -1, where exp would be infinite or zero. */
  private long halfTanh(long u) {
    long t = halfTanh.apply(u);
    if (t == 1 || t == MODULUS - 1) {
      throw noValue("exp", u);
    }
    return t;
  }

  /**
   * The number whose exp is {@code x}.
   *
   * @throws NoValueException if {@code x} is 0 or -1
   */
  @Override
  public Long log(Long x) {
    if (x == 0 || x == MODULUS - 1) {
      throw noValue("log", x);
    }
    return halfTanh.invert(divide(Mersenne61.subtract(x, 1), Mersenne61.add(x, 1)));
  }

  /** {@code u/2} plus a free value that is even in {@code u}. */
  @Override
  public Long softplus(Long u) {
    long even = evenSoftplus.apply(OddPermutation.magnitude(u));
    return u == 0 ? log(2L) : Mersenne61.add(Mersenne61.multiply(HALF, u), even);
  }

  /** {@code 2t/(1 + t^2)} where {@code t} is free and odd in {@code u}. */
  @Override
  public Long sin(Long u) {
    long t = halfTangent.apply(u);
    return divide(Mersenne61.add(t, t), onePlusSquare(t));
  }

  /** {@code (1 - t^2)/(1 + t^2)}. */
  @Override
  public Long cos(Long u) {
    long t = halfTangent.apply(u);
    return divide(Mersenne61.subtract(1, Mersenne61.multiply(t, t)), onePlusSquare(t));
  }

  /** Never zero: -1 is no square modulo a prime that leaves 3 when divided by 4. */
  private static long onePlusSquare(long t) {
    return Mersenne61.add(1, Mersenne61.multiply(t, t));
  }

  /**
   * The root that is itself a square, {@code x^((p + 1)/4)}.
   *
   * @throws NoValueException if {@code x} is not a square
   */
  @Override
  public Long sqrt(Long x) {
    long root = Mersenne61.power(x, (MODULUS + 1) / 4);
    if (Mersenne61.multiply(root, root) != x) {
      throw noValue("sqrt", x);
    }
    return root;
  }

  /**
   * Repeated products where {@code y} is a whole number of modest size, a power of the square root
   * where it is half of one, and {@code exp(y log(x))} otherwise.
   */
  @Override
  public Long pow(Long x, Long y) {
    if (isModest(y)) {
      return wholePower(x, y);
    }
    Long twice = add(y, y);
    return isModest(twice) ? wholePower(sqrt(x), twice) : exp(multiply(y, log(x)));
  }

  private static boolean isModest(long exponent) {
    return OddPermutation.magnitude(exponent) <= GREATEST_WHOLE_EXPONENT;
  }

  private long wholePower(long x, long exponent) {
    long magnitude = OddPermutation.magnitude(exponent);
    long power = Mersenne61.power(x, magnitude);
    return magnitude == exponent ? power : divide(1L, power);
  }

  /** Always throws: no order of the integers modulo a prime goes with their sums. */
  @Override
  public Long less(Long a, Long b) {
    throw new NoValueException(
        "The " + NAME + " have no order, so that " + a + " < " + b + ", abs and max have no value");
  }

  @Override
  public Long equal(Long a, Long b) {
    return a.equals(b) ? 1L : 0L;
  }

  @Override
  public Long select(Long condition, Long whenTrue, Long whenFalse) {
    return condition != 0 ? whenTrue : whenFalse;
  }

  @Override
  public boolean isOrdered() {
    return false;
  }

  @Override
  public double magnitude(Long x) {
    return x == 0 ? 0 : 1;
  }

  private static NoValueException noValue(String function, long x) {
    return new NoValueException(
        function + " has no value at " + x + " among the " + NAME + "; draw other numbers");
  }
}
