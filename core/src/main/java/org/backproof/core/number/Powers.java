package org.backproof.core.number;

import java.math.BigInteger;

/** Exact powers over any number system. */
final class Powers {
  private static final Rational HALF = Rational.of(1, 2);

  private Powers() {}

  static <T> T power(NumberSystem<T> system, T x, Rational exponent) {
    if (exponent.isInteger()) {
      T whole = wholePower(system, x, exponent.numerator().abs());
      return exponent.signum() < 0 ? system.divide(system.one(), whole) : whole;
    }
    return exponent.equals(HALF) ? system.sqrt(x) : system.pow(x, system.of(exponent));
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
