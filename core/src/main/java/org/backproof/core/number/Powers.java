package org.backproof.core.number;

import java.math.BigInteger;

/** Exact powers over any number system. */
final class Powers {
  static final Rational HALF = Rational.of(1, 2);

  private static final int DOUBLE_PRECISION = 53;

  private Powers() {}

  static <T> T power(NumberSystem<T> system, T x, Rational exponent) {
    if (exponent.isInteger()) {
      T whole = wholePower(system, x, exponent.numerator().abs());
      return exponent.signum() < 0 ? system.divide(system.one(), whole) : whole;
    }
    return exponent.equals(HALF) ? system.sqrt(x) : system.pow(x, system.of(exponent));
  }

  /**
   * Whether a power by the exponent's nearest double would be another function: a square root
   * differs at {@code -0} and {@code -inf}, and a long whole number may lose its parity.
   */
  static boolean needsExactExponent(Rational exponent) {
    return exponent.equals(HALF)
        || (exponent.isInteger() && exponent.numerator().bitLength() > DOUBLE_PRECISION);
  }

  /** Binary powering: as many products as the exponent has bits, at most twice. */
  private static <T> T wholePower(NumberSystem<T> system, T x, BigInteger exponent) {
    T result = system.one();
    for (int bit = exponent.bitLength() - 1; bit >= 0; bit--) {
      result = system.multiply(result, result);
      if (exponent.testBit(bit)) {
        result = system.multiply(result, x);
      }
    }
    return result;
  }
}
