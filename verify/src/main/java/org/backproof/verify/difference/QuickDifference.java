package org.backproof.verify.difference;

/**
 * A derivative from the central differences of two steps and one extrapolation, four values in all.
 * The change that the extrapolation makes bounds its error: were the error of the difference any
 * one even power of the step, what is left after the extrapolation would be less.
 *
 * <p>One object measures one derivative after another and holds the latest; it allocates nothing.
 */
final class QuickDifference {
  /** The larger step in units of the smaller; not two, so that no oscillation fits both. */
  private static final double RATIO = 1.875;

  private static final double WEIGHT = RATIO * RATIO;

  /** Where the two differences disagree by more, the steps are too large. */
  private static final double LARGEST_CHANGE = 0x1p-12;

  private final Line line;
  private final FunctionNoise noise;
  private final double centre;
  private double value;
  private double error;
  private boolean regular;

  /**
   * @param centre the value of the function at the point
   */
  QuickDifference(Line line, FunctionNoise noise, double centre) {
    this.line = line;
    this.noise = noise;
    this.centre = centre;
  }

  /** Measures the derivative along the line as it lies now. */
  void measure(double step) {
    double right = line.reached(step);
    double left = line.reached(-step);
    double high = line.valueAt(step);
    double low = line.valueAt(-step);
    double farRight = line.reached(RATIO * step);
    double farLeft = line.reached(-RATIO * step);
    double farHigh = line.valueAt(RATIO * step);
    double farLow = line.valueAt(-RATIO * step);

    double near = (high - low) / (right - left);
    double far = (farHigh - farLow) / (farRight - farLeft);
    double change = (near - far) / (WEIGHT - 1);
    double nearNoise = 2 * bound(high, low) / (right - left);
    double farNoise = 2 * bound(farHigh, farLow) / (farRight - farLeft);
    value = near + change;
    error = Math.abs(change) + (WEIGHT * nearNoise + farNoise) / (WEIGHT - 1);
    error = Math.max(error, Estimate.leastError(value));

    double gap = (high - centre) / right - (low - centre) / left;
    double farGap = (farHigh - centre) / farRight - (farLow - centre) / farLeft;
    double size = Math.max(Math.max(Math.abs(near), Math.abs(far)), Math.abs(farGap));
    regular =
        Double.isFinite(near + far + size)
            && Math.abs(near - far) <= LARGEST_CHANGE * size + nearNoise + farNoise
            && Extrapolation.gapCloses(farGap, gap, 1 / RATIO, nearNoise);
  }

  double value() {
    return value;
  }

  double error() {
    return error;
  }

  /** Whether the function behaves over the steps as a smooth function of their scale does. */
  boolean isRegular() {
    return regular;
  }

  private double bound(double a, double b) {
    return noise.bound(Math.max(Math.abs(a), Math.abs(b)));
  }
}
