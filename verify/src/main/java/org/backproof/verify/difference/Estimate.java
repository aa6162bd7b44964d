package org.backproof.verify.difference;

/**
 * A derivative that was measured, and how far it may be off.
 *
 * @param value the derivative, or NaN where the function is not finite
 * @param error an estimated bound on the absolute error of the value, never zero; infinite where
 *     nothing is known of the derivative
 */
public record Estimate(double value, double error) {
  /** What became of the measurement. */
  public enum Outcome {
    /** The value is known to within a finite error. */
    RESOLVED,
    /** The difference quotients do not settle at any step, as at a jump or a vertical tangent. */
    UNSETTLED,
    /** The function is infinite or NaN at the point, or at each step from it that was tried. */
    NOT_FINITE
  }

  private static final double LEAST_RELATIVE_ERROR = 0x1p-46;
  private static final Estimate NOT_FINITE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);

  /**
   * Checks that the error is one that the value can have.
   *
   * @throws IllegalArgumentException if the error is not positive, or is finite although the value
   *     is not
   */
  public Estimate {
    if (!(error > 0)) {
      throw new IllegalArgumentException(
          "the error of an estimate must be positive, but is " + error + " for " + value);
    }
    if (!Double.isFinite(value) && error != Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "an estimate of " + value + " must have an infinite error, but has " + error);
    }
  }

  /** The estimate of a derivative about which a function that is not finite tells nothing. */
  static Estimate notFinite() {
    return NOT_FINITE;
  }

  /** The estimate where quotients do not settle; {@code last} is the one of the smallest step. */
  static Estimate unsettled(double last) {
    return new Estimate(last, Double.POSITIVE_INFINITY);
  }

  /** An estimate with the given error, or the least that it can have. */
  static Estimate resolved(double value, double error) {
    return new Estimate(value, Math.max(error, leastError(value)));
  }

  /**
   * The least error of a difference quotient: however exact the function is, the few roundings of
   * the quotient remain, and those of the function where it vanishes at the point are not seen.
   */
  static double leastError(double value) {
    return Math.max(LEAST_RELATIVE_ERROR * Math.abs(value), Double.MIN_VALUE);
  }

  public Outcome outcome() {
    if (Double.isNaN(value)) {
      return Outcome.NOT_FINITE;
    }
    return error == Double.POSITIVE_INFINITY ? Outcome.UNSETTLED : Outcome.RESOLVED;
  }

  public boolean isResolved() {
    return outcome() == Outcome.RESOLVED;
  }

  /** Whether this estimate is resolved and {@code derivative} lies within its error. */
  public boolean covers(double derivative) {
    return isResolved() && Math.abs(derivative - value) <= error;
  }
}
