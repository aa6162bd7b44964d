package org.backproof.core.number;

import java.math.BigInteger;

/** Enclosures of powers. */
final class IntervalPower {
  private IntervalPower() {}

  /**
   * Undefined where a base may be negative, or be zero under a negative exponent, except at whole
   * {@code y}.
   */
  static Interval of(Interval x, Interval y) {
    if (x.isUndefined() || y.isUndefined()) {
      return Interval.UNDEFINED;
    }
    if (y.low() == y.high() && Math.rint(y.low()) == y.low()) {
      return ofWhole(x, Rational.exactly(y.low()));
    }
    return x.low() > 0 || (x.low() == 0 && y.low() >= 0)
        ? IntervalNumbers.corners(
            x,
            y,
            (base, exponent) -> PointEnclosures.pow(base, exponent).low(),
            (base, exponent) -> PointEnclosures.pow(base, exponent).high())
        : Interval.UNDEFINED;
  }

  static Interval of(Interval x, Rational exponent) {
    return exponent.isInteger() && !x.isUndefined()
        ? ofWhole(x, exponent)
        : of(x, IntervalNumbers.INSTANCE.of(exponent));
  }

  /** Monotone on either side of zero: increasing for odd positive exponents, and so on. */
  private static Interval ofWhole(Interval x, Rational exponent) {
    if (exponent.signum() < 0 && x.contains(0)) {
      return Interval.UNDEFINED;
    }
    BigInteger whole = exponent.numerator();
    Interval enclosed = IntervalNumbers.INSTANCE.of(exponent);
    Interval base = whole.testBit(0) ? x : IntervalNumbers.INSTANCE.abs(x);
    Interval atLow = signedPower(base.low(), enclosed);
    Interval atHigh = signedPower(base.high(), enclosed);
    return exponent.signum() < 0
        ? new Interval(atHigh.low(), atLow.high())
        : new Interval(atLow.low(), atHigh.high());
  }

  /** {@code |base|^exponent} with the sign of the base. */
  private static Interval signedPower(double base, Interval exponent) {
    double absolute = Math.abs(base);
    Interval power =
        PointEnclosures.pow(absolute, exponent.low())
            .hull(PointEnclosures.pow(absolute, exponent.high()));
    return base < 0 ? IntervalNumbers.INSTANCE.negate(power) : power;
  }
}
