package org.backproof.verify.difference;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** The line through a point along any direction. */
final class DirectionLine implements Line {
  private static final int ROUNDINGS = 8;

  private final ToDoubleFunction<double[]> function;
  private final double[] point;
  private final double[] direction;
  private final double[] moved;
  private final double unit;
  private final double finest;

  DirectionLine(ToDoubleFunction<double[]> function, double[] point, double[] direction) {
    this.function = function;
    this.point = point.clone();
    this.direction = direction.clone();
    moved = point.clone();
    double natural = Double.POSITIVE_INFINITY;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < point.length; i++) {
      double speed = Math.abs(direction[i]);
      if (speed > 0) {
        natural = Math.min(natural, Math.max(1, Math.abs(point[i])) / speed);
        smallest = Math.min(smallest, 8 * Math.ulp(point[i]) / speed);
      }
    }
    unit = Math.scalb(1.0, Math.getExponent(natural));
    finest = Math.max(smallest, Math.scalb(unit, -72));
  }

  @Override
  public double valueAt(double t) {
    for (int i = 0; i < moved.length; i++) {
      moved[i] = point[i] + t * direction[i];
    }
    return function.applyAsDouble(moved);
  }

  @Override
  public double reached(double t) {
    return t;
  }

  @Override
  public double unit() {
    return unit;
  }

  @Override
  public double finest() {
    return finest;
  }

  /** The root mean square of the changes when each entry that moves is off by one last place. */
  @Override
  public double noiseOfRounding() {
    SplittableRandom random = new SplittableRandom(point.length);
    double centre = valueAt(0);
    double squares = 0;
    int count = 0;
    for (int k = 0; k < ROUNDINGS; k++) {
      for (int i = 0; i < moved.length; i++) {
        double ulp = direction[i] == 0 ? 0 : Math.ulp(point[i]);
        moved[i] = point[i] + (random.nextBoolean() ? ulp : -ulp);
      }
      double change = function.applyAsDouble(moved) - centre;
      if (Double.isFinite(change)) {
        squares += change * change;
        count++;
      }
    }
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }
}
