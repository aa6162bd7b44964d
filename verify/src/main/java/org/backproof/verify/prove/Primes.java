package org.backproof.verify.prove;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.backproof.core.number.Rational;

/** Prime factors of numbers that people write; what has no small factor is left whole. */
final class Primes {
  private static final int MOST_DIVISORS = 10_000;

  private Primes() {}

  /** The factors of a positive number with their exponents, negative ones of the denominator's. */
  static Map<BigInteger, Integer> factors(Rational value) {
    Map<BigInteger, Integer> factors = new TreeMap<>();
    split(value.numerator(), 1, factors);
    split(value.denominator(), -1, factors);
    return factors;
  }

  private static void split(BigInteger whole, int sign, Map<BigInteger, Integer> factors) {
    BigInteger rest = whole;
    for (int d = 2;
        d < MOST_DIVISORS && rest.compareTo(BigInteger.valueOf((long) d * d)) >= 0;
        d++) {
      BigInteger divisor = BigInteger.valueOf(d);
      while (rest.mod(divisor).signum() == 0) {
        factors.merge(divisor, sign, Integer::sum);
        rest = rest.divide(divisor);
      }
    }
    if (!rest.equals(BigInteger.ONE)) {
      factors.merge(rest, sign, Integer::sum);
    }
  }
}
