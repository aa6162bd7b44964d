package org.backproof.core.number;

import java.math.BigInteger;

/**
 * Arithmetic modulo the Mersenne prime {@code p = 2^61 - 1} on longs from 0 to {@code p - 1}. Since
 * {@code 2^61} is 1 there, a remainder is a sum of 61-bit pieces.
 */
final class Mersenne61 {
  static final int BITS = 61;
  static final long P = (1L << BITS) - 1;

  private static final BigInteger BIG_P = BigInteger.valueOf(P);

  private Mersenne61() {}

  static long of(BigInteger value) {
    return value.mod(BIG_P).longValueExact();
  }

  static long add(long a, long b) {
    return reduce(a + b);
  }

  static long subtract(long a, long b) {
    return reduce(a + P - b);
  }

  static long negate(long a) {
    return a == 0 ? 0 : P - a;
  }

  static long multiply(long a, long b) {
    long low = a * b;
    long high = Math.multiplyHigh(a, b);
    return reduce((low & P) + (high << (Long.SIZE - BITS) | low >>> BITS));
  }

  /** From a sum of two numbers up to {@code p}. */
  private static long reduce(long sum) {
    return sum >= P ? sum - P : sum;
  }

  /** For {@code exponent >= 0}. */
  static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long bits = exponent; bits != 0; bits >>>= 1) {
      if ((bits & 1) != 0) {
        result = multiply(result, square);
      }
      square = multiply(square, square);
    }
    return result;
  }

  /** For {@code a != 0}, by Fermat's little theorem. */
  static long inverse(long a) {
    return power(a, P - 2);
  }

  /** {@code 2^exponent}; the powers of two repeat after 61. */
  static long powerOfTwo(int exponent) {
    return 1L << Math.floorMod(exponent, BITS);
  }
}
