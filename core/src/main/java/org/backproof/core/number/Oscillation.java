package org.backproof.core.number;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * The range of sine and cosine over intervals. No multiple of pi is computed: over less than half a
 * period there is an extremum inside exactly if the slopes at the two ends differ in sign, and
 * {@link Math#sin} and {@link Math#cos} are good to 1 ulp, so right in sign, at every double.
 */
final class Oscillation {
  static final Oscillation SINE = new Oscillation(PointEnclosures::sin, Math::cos);
  static final Oscillation COSINE = new Oscillation(PointEnclosures::cos, x -> -Math.sin(x));

  private static final Interval RANGE = new Interval(-1, 1);

  /** Just below pi, and so below half a period. */
  private static final double HALF_PERIOD = 3.14;

  private final DoubleFunction<Interval> value;
  private final DoubleUnaryOperator slope;

  private Oscillation(DoubleFunction<Interval> value, DoubleUnaryOperator slope) {
    this.value = value;
    this.slope = slope;
  }

  Interval over(Interval x) {
    if (x.isUndefined()) {
      return x;
    }
    if (isWithinHalfPeriod(x.low(), x.high())) {
      return overHalfPeriod(x.low(), x.high());
    }
    double middle = x.low() + (x.high() - x.low()) / 2;
    return isWithinHalfPeriod(x.low(), middle) && isWithinHalfPeriod(middle, x.high())
        ? overHalfPeriod(x.low(), middle).hull(overHalfPeriod(middle, x.high()))
        : RANGE;
  }

  private static boolean isWithinHalfPeriod(double low, double high) {
    return Rounding.addUp(high, -low) <= HALF_PERIOD;
  }

  private Interval overHalfPeriod(double low, double high) {
    Interval ends = value.apply(low).hull(value.apply(high));
    double slopeAtLow = slope.applyAsDouble(low);
    double slopeAtHigh = slope.applyAsDouble(high);
    if (slopeAtLow > 0 && slopeAtHigh < 0) {
      return new Interval(ends.low(), 1);
    }
    return slopeAtLow < 0 && slopeAtHigh > 0 ? new Interval(-1, ends.high()) : ends;
  }
}
