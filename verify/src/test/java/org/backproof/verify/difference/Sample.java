package org.backproof.verify.difference;

import java.util.function.ToDoubleFunction;

/** A function, a point, an axis, and the derivative there in closed form. */
final class Sample {
  private final ToDoubleFunction<double[]> function;
  private final double[] point;
  private final int axis;
  private final double derivative;

  Sample(ToDoubleFunction<double[]> function, double[] point, int axis, double derivative) {
    this.function = function;
    this.point = point.clone();
    this.axis = axis;
    this.derivative = derivative;
  }

  static Sample of(ToDoubleFunction<double[]> function, double point, double derivative) {
    return new Sample(function, new double[] {point}, 0, derivative);
  }

  double derivative() {
    return derivative;
  }

  /** The same with all values multiplied. */
  Sample scaled(double factor) {
    return new Sample(p -> factor * function.applyAsDouble(p), point, axis, factor * derivative);
  }

  double noise() {
    return FunctionNoise.ofPartial(function, point, axis).orElseThrow().deviation();
  }

  Estimate thorough() {
    return RichardsonDifference.partial(function, point, axis);
  }

  Estimate quick() {
    return DifferenceGradient.quick().estimate(function, point).at(axis);
  }

  Estimate alongTheAxis() {
    double[] direction = new double[point.length];
    direction[axis] = 1;
    return RichardsonDifference.along(function, point, direction);
  }

  OneSided oneSided() {
    return RichardsonDifference.oneSidedPartial(function, point, axis);
  }

  /** Whether an estimate covers the derivative, as far as the rounding of the closed form tells. */
  boolean isCoveredBy(Estimate estimate) {
    double distance = Math.abs(estimate.value() - derivative);
    return estimate.isResolved() && distance <= estimate.error() + 8 * Math.ulp(derivative);
  }
}
