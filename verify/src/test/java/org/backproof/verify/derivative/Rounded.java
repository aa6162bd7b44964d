package org.backproof.verify.derivative;

/**
 * A double that was computed with round-off: its error is at most {@code roundings * 2^-53 *
 * magnitude}, up to terms of second order.
 *
 * @param magnitude the sum of the absolute values of the terms that it was computed from, so that
 *     what cancels in the value stays in the magnitude
 * @param roundings the number of roundings on the longest way from what was given
 * @param varies whether it depends on a variable
 */
record Rounded(double value, double magnitude, double roundings, boolean varies) {
  /** The unit round-off of doubles. */
  static final double UNIT = 0x1p-53;

  static Rounded exactly(double value) {
    return new Rounded(value, Math.abs(value), 0, false);
  }

  /** A given number, on which the result depends. */
  static Rounded variable(double value) {
    return new Rounded(value, Math.abs(value), 0, true);
  }

  /** Whether this is zero whatever the variables are. */
  boolean isZero() {
    return magnitude == 0 && !varies;
  }

  /** A bound on the error. */
  double bound() {
    return roundings * UNIT * magnitude;
  }
}
