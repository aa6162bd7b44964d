package org.backproof.verify.difference;

/**
 * Richardson's extrapolation of the quotients of five steps, each about half of the one before, to
 * the step zero, with the error of each entry of its table (C. Ridders, Accurate computation of
 * F'(x) and F'(x) F''(x), Advances in Engineering Software 4, 1982). The entry of the smallest
 * error is taken. Its error holds the truncation, seen from the neighbours in the table, and the
 * round-off of the quotients that it combines.
 */
final class Extrapolation {
  static final int STEPS = 5;

  /** By how much the slopes of the quotients may grow as the step falls. */
  private static final double SLACK = 1.35;

  /** Where the extrapolation is uncertain by a larger part of the slopes, steps are too large. */
  private static final double LARGEST_TRUNCATION = 0x1p-20;

  /** How much less than the step the gap between the slopes to the two sides may shrink. */
  private static final double GAP_SLACK = 1.01;

  /** A gap takes four values, where a quotient takes two over twice the distance. */
  private static final double GAP_NOISE = 4;

  /** By how much a slope must exceed its round-off to be evidence. */
  private static final double SIGNAL = 16;

  private final StepLadder ladder;
  private final int coarsest;
  private double value;
  private double truncation = Double.POSITIVE_INFINITY;
  private double roundOff = Double.POSITIVE_INFINITY;
  private final boolean settled;
  private final boolean smooth;

  /** Extrapolates from the steps {@code 2^coarsest} down. */
  Extrapolation(StepLadder ladder, int coarsest) {
    this.ladder = ladder;
    this.coarsest = coarsest;
    extrapolate();
    settled = converges() && truncation <= LARGEST_TRUNCATION * steepest() + roundOff;
    smooth = settled && gapCloses();
  }

  double value() {
    return value;
  }

  /** A bound on the error; at a kink the slopes to both sides are within it. */
  double error() {
    return truncation + roundOff + (smooth ? 0 : limitOfGap() / 2);
  }

  boolean agreesWith(Extrapolation other) {
    return Math.abs(value - other.value) <= error() + other.error();
  }

  int coarsest() {
    return coarsest;
  }

  /** Whether the quotients behave as those of a function with a derivative from either side do. */
  boolean isSettled() {
    return settled;
  }

  /** Whether they are settled and the slopes to the two sides approach each other. */
  boolean isSmooth() {
    return smooth;
  }

  /** Whether nothing but round-off can be seen in the differences of the quotients. */
  boolean isAllRoundOff() {
    for (int j = 1; j < STEPS; j++) {
      if (change(j) > roundOff(j) + roundOff(j - 1)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the quotients or the curvature stand out of the noise. */
  boolean hasSignal() {
    for (int j = 0; j < STEPS; j++) {
      if (Math.max(Math.abs(slope(j)), Math.abs(gap(j))) > SIGNAL * roundOff(j)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the error comes from the steps being too large more than from the noise. */
  boolean isTruncated() {
    return truncation > roundOff;
  }

  private void extrapolate() {
    double[][] table = new double[STEPS][STEPS];
    double[][] noise = new double[STEPS][STEPS];
    double[][] error = new double[STEPS][STEPS];
    value = slope(STEPS - 1);
    for (int j = 0; j < STEPS; j++) {
      table[j][0] = slope(j);
      noise[j][0] = roundOff(j);
      for (int p = 1; p <= j; p++) {
        double weight = power(j - p) / power(j);
        table[j][p] = table[j][p - 1] + (table[j][p - 1] - table[j - 1][p - 1]) / (weight - 1);
        noise[j][p] = (weight * noise[j][p - 1] + noise[j - 1][p - 1]) / (weight - 1);
        double left = Math.abs(table[j][p] - table[j][p - 1]);
        double above = Math.abs(table[j][p] - table[j - 1][p - 1]);
        double expected = error[j - 1][p] / weight;
        error[j][p] = Math.max(expected, Math.max(left, above));
        if (p * ladder.quotient().order() > 1
            && error[j][p] + noise[j][p] < truncation + roundOff) {
          value = table[j][p];
          truncation = error[j][p];
          roundOff = noise[j][p];
        }
      }
    }
  }

  /**
   * Whether the quotients approach their limit as fast as their order says, as far as noise tells:
   * as functions of that power of the step, they become straight.
   */
  private boolean converges() {
    for (int j = 2; j < STEPS; j++) {
      double ratio = SLACK * (power(j - 1) - power(j)) / (power(j - 2) - power(j - 1));
      if (!(change(j) <= ratio * change(j - 1) + roundOff(j) + 2 * roundOff(j - 1))) {
        return false;
      }
    }
    return Double.isFinite(truncation);
  }

  private boolean gapCloses() {
    for (int j = 1; j < STEPS; j++) {
      if (!gapCloses(gap(j - 1), gap(j), step(j) / step(j - 1), roundOff(j))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the gap between the slopes to the two sides shrinks as the step does; that of a kink
   * stays.
   *
   * @param roundOff that of the central quotient of the smaller step
   */
  static boolean gapCloses(double wider, double gap, double stepRatio, double roundOff) {
    return Math.abs(gap) <= GAP_SLACK * stepRatio * Math.abs(wider) + GAP_NOISE * roundOff;
  }

  /** The largest magnitude of the quotients and gaps of these steps and of all larger ones. */
  private double steepest() {
    return ladder.steepestFrom(coarsest - STEPS + 1);
  }

  /** A bound on what the gap tends to, which lies little beyond that of the smallest step. */
  private double limitOfGap() {
    double widest = 0;
    double narrowest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < STEPS; j++) {
      widest = Math.max(widest, Math.abs(gap(j)));
      narrowest = Math.min(narrowest, Math.abs(gap(j)));
    }
    return widest + (widest - narrowest);
  }

  private double change(int j) {
    return Math.abs(slope(j) - slope(j - 1));
  }

  private double step(int j) {
    return ladder.step(coarsest - j);
  }

  /** The power of the step with which the error of its quotient falls. */
  private double power(int j) {
    return Math.pow(step(j), ladder.quotient().order());
  }

  private double slope(int j) {
    return ladder.slope(coarsest - j);
  }

  private double roundOff(int j) {
    return ladder.roundOff(coarsest - j);
  }

  private double gap(int j) {
    return ladder.gap(coarsest - j);
  }
}
