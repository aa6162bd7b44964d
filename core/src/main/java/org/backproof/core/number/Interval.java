package org.backproof.core.number;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A closed interval of real numbers, all {@code x} with {@code low <= x <= high}; an infinite end
 * says that there is no bound on that side. {@link #UNDEFINED} encloses nothing and is the only one
 * whose ends are NaN.
 */
public record Interval(double low, double high) {
  /** What a function yields that has no value somewhere in its arguments. */
  public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

  /** All real numbers. */
  public static final Interval WHOLE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * The interval with these ends.
   *
   * @throws IllegalArgumentException if no real number lies between them, unless both are NaN
   */
  public Interval {
    checkArgument(
        isBetween(low, high) || (Double.isNaN(low) && Double.isNaN(high)),
        "No real number lies between the ends %s and %s; give the lower end first",
        low,
        high);
    // One zero, so that equal intervals are equal records.
    low += 0.0;
    high += 0.0;
  }

  private static boolean isBetween(double low, double high) {
    return low <= high && low < Double.POSITIVE_INFINITY && high > Double.NEGATIVE_INFINITY;
  }

  /** Whether this is {@link #UNDEFINED}. */
  public boolean isUndefined() {
    return Double.isNaN(low);
  }

  /** Whether {@code x} is a number of this interval. */
  public boolean contains(double x) {
    return low <= x && x <= high;
  }

  /** The smallest interval that contains this and the other; undefined if either is. */
  public Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** For instance {@code [0.0, 1.0]}. */
  @Override
  public String toString() {
    return isUndefined() ? "undefined" : "[" + low + ", " + high + "]";
  }
}
