package org.backproof.core.number;

/**
 * Intervals that contain the exact value of an elementary function at a double. They rest on the
 * error bounds that {@link Math} is specified to: 1 ulp for {@code exp}, {@code expm1}, {@code
 * log}, {@code log1p}, {@code sin}, {@code cos} and {@code pow}, 2.5 for {@code tanh}, whatever the
 * argument. An ulp there is that of the exact value, which above a power of two is twice as wide as
 * the steps below it, so each bound is widened by twice as many doubles. Where the value is known
 * to be a double, such as {@code exp(0)}, the interval is that point.
 */
final class PointEnclosures {
  private static final int STEPS = 2;
  private static final int TANH_STEPS = 5;

  /** From here on {@code exp(-x)} is less than a quarter of the ulp of {@code x}. */
  private static final double SOFTPLUS_IS_IDENTITY = 40;

  private static final Interval ZERO = new Interval(0, 0);
  private static final Interval ONE = new Interval(1, 1);

  private PointEnclosures() {}

  static Interval exp(double x) {
    return x == 0 ? ONE : around(Math.exp(x), STEPS, 0, Double.POSITIVE_INFINITY);
  }

  static Interval expm1(double x) {
    return x == 0 ? ZERO : around(Math.expm1(x), STEPS, -1, Double.POSITIVE_INFINITY);
  }

  /** For {@code x > 0}. */
  static Interval log(double x) {
    return x == 1 ? ZERO : around(Math.log(x), STEPS);
  }

  /** For {@code x > -1}. */
  static Interval log1p(double x) {
    return x == 0 ? ZERO : around(Math.log1p(x), STEPS);
  }

  /** For {@code x >= 0}. */
  static Interval sqrt(double x) {
    return new Interval(Rounding.sqrtDown(x), Rounding.sqrtUp(x));
  }

  static Interval sin(double x) {
    return x == 0 ? ZERO : around(Math.sin(x), STEPS, -1, 1);
  }

  static Interval cos(double x) {
    return x == 0 ? ONE : around(Math.cos(x), STEPS, -1, 1);
  }

  static Interval tanh(double x) {
    return x == 0 ? ZERO : around(Math.tanh(x), TANH_STEPS, -1, 1);
  }

  /** By {@code e/(1 + e)}, which grows with {@code e = exp(x)}, or by {@code 1/(1 + exp(-x))}. */
  static Interval sigmoid(double x) {
    if (x < 0) {
      Interval e = exp(x);
      return new Interval(
          Rounding.divideDown(e.low(), Rounding.addUp(1, e.low())),
          Rounding.divideUp(e.high(), Rounding.addDown(1, e.high())));
    }
    Interval e = exp(-x);
    return new Interval(
        Rounding.divideDown(1, Rounding.addUp(1, e.high())),
        Rounding.divideUp(1, Rounding.addDown(1, e.low())));
  }

  /** By {@code log1p(exp(x))}, or by {@code x + log1p(exp(-x))}. */
  static Interval softplus(double x) {
    if (x >= SOFTPLUS_IS_IDENTITY) {
      return new Interval(Math.min(x, Double.MAX_VALUE), Math.nextUp(x));
    }
    Interval e = exp(-Math.abs(x));
    Interval log = new Interval(log1p(e.low()).low(), log1p(e.high()).high());
    return x <= 0
        ? log
        : new Interval(Rounding.addDown(x, log.low()), Rounding.addUp(x, log.high()));
  }

  /** For {@code x >= 0}, and {@code y > 0} where {@code x} is zero. */
  static Interval pow(double x, double y) {
    if (x == 1 || y == 0) {
      return ONE;
    }
    if (x == 0) {
      return ZERO;
    }
    if (y == 1 && Double.isFinite(x)) {
      return new Interval(x, x);
    }
    if (y == 2) {
      return new Interval(Rounding.multiplyDown(x, x), Rounding.multiplyUp(x, x));
    }
    return y == -1
        ? new Interval(Rounding.divideDown(1, x), Rounding.divideUp(1, x))
        : around(Math.pow(x, y), STEPS, 0, Double.POSITIVE_INFINITY);
  }

  private static Interval around(double value, int steps) {
    return around(value, steps, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** {@code value} and {@code steps} doubles on either side, within the function's range. */
  private static Interval around(double value, int steps, double least, double greatest) {
    double low = value;
    double high = value;
    for (int step = 0; step < steps; step++) {
      low = Math.nextDown(low);
      high = Math.nextUp(high);
    }
    return new Interval(Math.max(low, least), Math.min(high, greatest));
  }
}
