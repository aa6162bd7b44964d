package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

/** Sums and products of doubles without any rounding, and the error bounds of computed ones. */
final class Exact {
  /** The unit roundoff, 2^-53. */
  private static final BigDecimal U = BigDecimal.ONE.divide(BigDecimal.valueOf(1L << 53));

  /** Twice the largest error of a product that underflows, 2^-1075. */
  private static final BigDecimal MIN_VALUE = new BigDecimal(Double.MIN_VALUE);

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Exact() {}

  /** A sum of products and the sum of their magnitudes. */
  record Dot(BigDecimal value, BigDecimal magnitude, int terms) {
    static Dot of(double[] x, double[] y) {
      BigDecimal value = BigDecimal.ZERO;
      BigDecimal magnitude = BigDecimal.ZERO;
      for (int i = 0; i < x.length; i++) {
        BigDecimal product = new BigDecimal(x[i]).multiply(new BigDecimal(y[i]));
        value = value.add(product);
        magnitude = magnitude.add(product.abs());
      }
      return new Dot(value, magnitude, x.length);
    }

    /**
     * Asserts {@code |computed - value| <= gamma(roundings) * magnitude + terms * 2^-1075 * (1 +
     * gamma(roundings))}, multiplied out by {@code 1 - roundings * u} so that it is decided
     * exactly.
     */
    void assertWithin(int roundings, double computed) {
      BigDecimal nu = U.multiply(BigDecimal.valueOf(roundings));
      BigDecimal error = new BigDecimal(computed).subtract(value).abs();
      BigDecimal underflow = MIN_VALUE.multiply(HALF).multiply(BigDecimal.valueOf(terms));
      assertThat(error.multiply(BigDecimal.ONE.subtract(nu)))
          .as("error of %s, scaled, after %d roundings", computed, roundings)
          .isLessThanOrEqualTo(nu.multiply(magnitude).add(underflow));
    }
  }
}
