package org.backproof.verify.difference;

import java.util.Arrays;

/**
 * Chooses the step that {@link QuickDifference} is to take at all entries of a long gradient: a few
 * entries, spread evenly, are measured with several steps, and the median of the best steps wins.
 */
final class StepPilot {
  /** The step for functions that vary on the scale of their entries, where there is no pilot. */
  private static final int USUAL_EXPONENT = -16;

  private static final int SMALLEST_EXPONENT = -22;
  private static final int LARGEST_EXPONENT = -6;
  private static final int STRIDE = 2;

  /** So many entries pay for the evaluations at one of them. */
  private static final int ENTRIES_PER_PILOT = 64;

  private static final int MOST_PILOTS = 12;

  private StepPilot() {}

  /** The step in units of the line, a power of two. */
  static double step(CoordinateLine line, int entries, QuickDifference difference) {
    int pilots = Math.min(MOST_PILOTS, entries / ENTRIES_PER_PILOT);
    if (pilots == 0) {
      return Math.scalb(1.0, USUAL_EXPONENT);
    }
    int[] exponents = new int[pilots];
    for (int k = 0; k < pilots; k++) {
      line.moveTo((int) ((2L * k + 1) * entries / (2L * pilots)));
      exponents[k] = bestExponent(line, difference);
    }
    Arrays.sort(exponents);
    return Math.scalb(1.0, exponents[pilots / 2]);
  }

  private static int bestExponent(CoordinateLine line, QuickDifference difference) {
    int best = USUAL_EXPONENT;
    double smallest = Double.POSITIVE_INFINITY;
    for (int e = SMALLEST_EXPONENT; e <= LARGEST_EXPONENT; e += STRIDE) {
      difference.measure(Math.scalb(line.unit(), e));
      if (difference.isRegular() && difference.error() < smallest) {
        best = e;
        smallest = difference.error();
      }
    }
    return best;
  }
}
