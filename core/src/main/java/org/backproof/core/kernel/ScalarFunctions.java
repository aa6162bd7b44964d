package org.backproof.core.kernel;

/**
 * Functions of one double, accurate over the whole range. {@link Math} has the others. The bounds
 * follow from those that {@link Math#exp} and {@link Math#log1p} promise, 1 ulp each.
 */
public final class ScalarFunctions {
  private ScalarFunctions() {}

  /**
   * The logistic function {@code 1 / (1 + exp(-x))}, to within 1.5 ulp for {@code x >= 0} and 4 ulp
   * for {@code x < 0}, subnormal values included: below zero it is {@code exp(x) / (1 + exp(x))},
   * which neither overflows nor loses digits. It is within [0, 1], 0 at minus infinity, 1 at
   * infinity and NaN at NaN.
   */
  public static double sigmoid(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double e = Math.exp(x);
    return e / (1 + e);
  }

  /**
   * The function {@code log(1 + exp(x))}, to within 4 ulp, as {@code max(x, 0) + log1p(exp(-|x|))}.
   * It is +0 at minus infinity, infinite at infinity and NaN at NaN. Its derivative is {@link
   * #sigmoid}, and {@code log(sigmoid(x)) = -softplus(-x)}.
   */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
