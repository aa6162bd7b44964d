package org.backproof.verify.difference;

/**
 * The difference quotients of a function of one number at steps of about {@code 2^k}, each taken
 * when it is first asked for. The steps are no exact powers of one number: at such steps a quickly
 * oscillating function can look like a slow one at all of them.
 */
final class StepLadder {
  /** The first rung to look at, relative to the unit of the line. */
  private static final int START = -9;

  /** The coarsest step, relative to the unit of the line. */
  private static final int COARSEST = 20;

  /** Few bits, so that the points are hit exactly. */
  private static final double[] MANTISSAS = {
    64 / 64.0, 71 / 64.0, 59 / 64.0, 67 / 64.0, 61 / 64.0, 73 / 64.0, 57 / 64.0
  };

  private final Line line;
  private final Quotient quotient;
  private final FunctionNoise noise;
  private final double centre;
  private final int start;
  private final int finest;
  private final boolean[] taken;
  private final double[] slopes;
  private final double[] roundOffs;
  private final double[] gaps;

  StepLadder(Line line, Quotient quotient, FunctionNoise noise) {
    this.line = line;
    this.quotient = quotient;
    this.noise = noise;
    centre = line.valueAt(0);
    int unit = Math.getExponent(line.unit());
    start = unit + START;
    finest = Math.min(start - Extrapolation.STEPS, Math.getExponent(line.finest()) + 1);
    int size = unit + COARSEST - finest + 1;
    taken = new boolean[size];
    slopes = new double[size];
    roundOffs = new double[size];
    gaps = new double[size];
  }

  Quotient quotient() {
    return quotient;
  }

  double centre() {
    return centre;
  }

  int start() {
    return start;
  }

  int finest() {
    return finest;
  }

  int coarsest() {
    return finest + taken.length - 1;
  }

  /** The step of about {@code 2^k}. */
  double step(int k) {
    return Math.scalb(MANTISSAS[Math.floorMod(k, MANTISSAS.length)], k);
  }

  /** The quotient of a step. */
  double slope(int k) {
    return slopes[rung(k)];
  }

  /** A bound on what the noise of the function does to the quotient. */
  double roundOff(int k) {
    return roundOffs[rung(k)];
  }

  /** By how much the slopes to the right and to the left differ, zero for one-sided quotients. */
  double gap(int k) {
    return gaps[rung(k)];
  }

  /**
   * The largest magnitude of the quotients and gaps that were taken, of steps from {@code k} up.
   */
  double steepestFrom(int k) {
    double steepest = 0;
    for (int rung = k - finest; rung < taken.length; rung++) {
      double slope = Math.max(Math.abs(slopes[rung]), Math.abs(gaps[rung]));
      if (Double.isFinite(slope)) {
        steepest = Math.max(steepest, slope);
      }
    }
    return steepest;
  }

  private int rung(int k) {
    int rung = k - finest;
    if (!taken[rung]) {
      take(rung, step(k));
      taken[rung] = true;
    }
    return rung;
  }

  private void take(int rung, double step) {
    double right = quotient == Quotient.LEFT ? 0 : line.reached(step);
    double left = quotient == Quotient.RIGHT ? 0 : line.reached(-step);
    double high = quotient == Quotient.LEFT ? centre : line.valueAt(step);
    double low = quotient == Quotient.RIGHT ? centre : line.valueAt(-step);
    slopes[rung] = (high - low) / (right - left);
    double bound = noise.bound(Math.max(Math.abs(high), Math.abs(low)));
    roundOffs[rung] = 2 * bound / (right - left);
    if (quotient == Quotient.CENTRAL) {
      gaps[rung] = (high - centre) / right - (low - centre) / left;
    }
  }
}
