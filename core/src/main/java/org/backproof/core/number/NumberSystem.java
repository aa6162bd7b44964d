package org.backproof.core.number;

/**
 * Arithmetic on numbers of one kind. Functions that a system does not override follow from the
 * others by their definitions, which are the textbook's; a system overrides those where the
 * definition would overflow, cancel or widen.
 *
 * <p>Truth values are numbers, one and zero. Systems without an order refuse {@link #less}, {@link
 * #max} and what rests on them with {@link NoValueException}.
 *
 * @param <T> the numbers, immutable
 */
public interface NumberSystem<T> {
  /** The name that reports use, such as {@code double} or {@code integers modulo 2^61 - 1}. */
  String name();

  /** The number of this system that is, encloses or is nearest to an exact one. */
  T of(Rational value);

  /** The number of this system that is a double exactly. */
  T of(double value);

  T add(T a, T b);

  T subtract(T a, T b);

  T multiply(T a, T b);

  T divide(T a, T b);

  T exp(T x);

  T log(T x);

  T sqrt(T x);

  T sin(T x);

  T cos(T x);

  /**
   * {@code x} to the power of {@code y}, with the edge cases of {@link Math#pow}: {@code 0^0} is
   * one.
   */
  T pow(T x, T y);

  /** One where {@code a < b}, else zero. */
  T less(T a, T b);

  /** One where {@code a == b}, else zero. */
  T equal(T a, T b);

  /**
   * {@code whenTrue} where {@code condition} is not zero, else {@code whenFalse}, whatever the
   * other one is.
   */
  T select(T condition, T whenTrue, T whenFalse);

  /** Whether {@link #less} and what rests on it have values here. */
  boolean isOrdered();

  /**
   * How far a number is from zero, larger the better it is to divide by: 0 for zero and for what
   * may be zero, NaN for what is not a number.
   */
  double magnitude(T x);

  default T zero() {
    return of(Rational.ZERO);
  }

  default T one() {
    return of(Rational.ONE);
  }

  default T negate(T x) {
    return subtract(zero(), x);
  }

  default T log1p(T x) {
    return log(add(one(), x));
  }

  default T expm1(T x) {
    return subtract(exp(x), one());
  }

  /** The logistic function {@code 1 / (1 + exp(-x))}. */
  default T sigmoid(T x) {
    return divide(one(), add(one(), exp(negate(x))));
  }

  /** {@code log(1 + exp(x))}. */
  default T softplus(T x) {
    return log1p(exp(x));
  }

  /** {@code 2 sigmoid(2x) - 1}. */
  default T tanh(T x) {
    T two = of(Rational.of(2));
    return subtract(multiply(two, sigmoid(multiply(two, x))), one());
  }

  default T abs(T x) {
    return select(less(x, zero()), negate(x), x);
  }

  default T max(T a, T b) {
    return select(less(a, b), b, a);
  }

  /**
   * A number without tangent, imaginary part or width by which arguments of exponentials may be
   * shifted so that they do not overflow: near {@code x} where that is finite and exponentials can
   * overflow, else zero.
   */
  default T anchor(T x) {
    return zero();
  }

  /** {@code x} to an exact power: repeated products for whole powers, a square root for a half. */
  default T power(T x, Rational exponent) {
    return Powers.power(this, x, exponent);
  }
}
