package org.backproof.verify.difference;

import java.util.function.ToDoubleFunction;

/** The line through a point along a coordinate axis, which can be moved from axis to axis. */
final class CoordinateLine implements Line {
  /** Below this part of the unit no function of practice varies, even where {@code x} is zero. */
  private static final int SMALLEST_EXPONENT = -72;

  private final ToDoubleFunction<double[]> function;
  private final double[] point;
  private int axis;

  CoordinateLine(ToDoubleFunction<double[]> function, double[] point, int axis) {
    this.function = function;
    this.point = point.clone();
    this.axis = axis;
  }

  void moveTo(int newAxis) {
    axis = newAxis;
  }

  @Override
  public double valueAt(double t) {
    double entry = point[axis];
    point[axis] = entry + t;
    double value = function.applyAsDouble(point);
    point[axis] = entry;
    return value;
  }

  @Override
  public double reached(double t) {
    return (point[axis] + t) - point[axis];
  }

  @Override
  public double unit() {
    return Math.scalb(1.0, Math.max(0, Math.getExponent(point[axis])));
  }

  @Override
  public double finest() {
    return Math.max(8 * Math.ulp(point[axis]), Math.scalb(unit(), SMALLEST_EXPONENT));
  }

  /** None: the displacement that was reached is known. */
  @Override
  public double noiseOfRounding() {
    return 0;
  }
}
