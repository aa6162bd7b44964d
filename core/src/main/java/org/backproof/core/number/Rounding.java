package org.backproof.core.number;

/**
 * Sums, products, quotients and square roots of doubles rounded toward minus infinity ({@code
 * ...Down}) and plus infinity ({@code ...Up}). The error of the result that is rounded to nearest
 * is itself a double, found by Knuth's two-sum and by fused multiply-add, and its sign tells on
 * which side the exact result lies; so a result that is exact stays exact. Where the error could
 * underflow the result is moved by one double.
 *
 * <p>An infinite argument stands for the limit of finite ones, and {@code 0 * inf} is 0, as the
 * ends of intervals need it.
 */
final class Rounding {
  /**
   * From here on the errors of products, quotients and square roots are doubles: 2^-1022+53 and
   * some.
   */
  private static final double EXACT_ERRORS = 0x1p-960;

  private Rounding() {}

  static double addDown(double a, double b) {
    double sum = a + b;
    double roundedB = sum - a;
    double error = (a - (sum - roundedB)) + (b - roundedB);
    return error >= 0 ? sum : Math.nextDown(sum);
  }

  static double addUp(double a, double b) {
    return -addDown(-a, -b);
  }

  static double multiplyDown(double a, double b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    double product = a * b;
    boolean isExact = Math.abs(product) >= EXACT_ERRORS && Math.fma(a, b, -product) >= 0;
    return isExact ? product : Math.nextDown(product);
  }

  static double multiplyUp(double a, double b) {
    return -multiplyDown(-a, b);
  }

  /** For {@code b != 0}. */
  static double divideDown(double a, double b) {
    if (a == 0 || Double.isInfinite(b)) {
      return 0;
    }
    double quotient = a / b;
    if (Math.abs(a) < EXACT_ERRORS || Math.abs(quotient) < EXACT_ERRORS) {
      return Math.nextDown(quotient);
    }
    double remainder = Math.fma(-quotient, b, a);
    boolean isBelow = b > 0 ? remainder >= 0 : remainder <= 0;
    return isBelow ? quotient : Math.nextDown(quotient);
  }

  static double divideUp(double a, double b) {
    return -divideDown(-a, b);
  }

  /** For {@code x >= 0}. */
  static double sqrtDown(double x) {
    double root = Math.sqrt(x);
    if (x == 0) {
      return 0;
    }
    boolean isBelow = x >= EXACT_ERRORS && Math.fma(root, root, -x) <= 0;
    return isBelow ? root : Math.nextDown(root);
  }

  /** For {@code x >= 0}. */
  static double sqrtUp(double x) {
    double root = Math.sqrt(x);
    if (x == 0) {
      return 0;
    }
    boolean isAbove = x >= EXACT_ERRORS && Math.fma(root, root, -x) >= 0;
    return isAbove ? root : Math.nextUp(root);
  }
}
