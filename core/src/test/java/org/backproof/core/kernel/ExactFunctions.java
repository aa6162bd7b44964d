package org.backproof.core.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/** exp and log1p to more than 50 digits, by their series. */
final class ExactFunctions {
  static final MathContext DIGITS = new MathContext(60);

  /** exp of anything below is less than 1e-347, nothing beside the smallest double. */
  private static final double NEGLIGIBLE = -800;

  private static final int HALVINGS = 12;

  private ExactFunctions() {}

  /** exp(x) for x of at most 800: the series at x / 2^12, squared 12 times. */
  static BigDecimal exp(double x) {
    if (x < NEGLIGIBLE) {
      return BigDecimal.ZERO;
    }
    BigDecimal reduced = new BigDecimal(Math.scalb(1.0, -HALVINGS)).multiply(new BigDecimal(x));
    BigDecimal power = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n < 60; n++) {
      term = term.multiply(reduced, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      power = power.add(term, DIGITS);
    }
    for (int n = 0; n < HALVINGS; n++) {
      power = power.multiply(power, DIGITS);
    }
    return power;
  }

  /** log(1 + y) for y from 0 to 1, as 2 artanh(z) = 2 (z + z^3 / 3 + ...) at z = y / (2 + y). */
  static BigDecimal log1p(BigDecimal y) {
    BigDecimal z = y.divide(y.add(BigDecimal.valueOf(2)), DIGITS);
    BigDecimal square = z.multiply(z, DIGITS);
    BigDecimal power = z;
    BigDecimal sum = BigDecimal.ZERO;
    for (int n = 1; n < 130; n += 2) {
      sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
      power = power.multiply(square, DIGITS);
    }
    return sum.add(sum);
  }
}
