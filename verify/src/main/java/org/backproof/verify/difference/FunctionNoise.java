package org.backproof.verify.difference;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How much the values of a function, as doubles compute them, stray from a smooth function: the
 * noise that J. Moré and S. Wild measure from tables of differences (Estimating computational
 * noise, SIAM Journal on Scientific Computing 33, 2011). Along a line it takes ten values close to
 * the point, and up to some hundreds where the function varies so quickly or is so noisy that it
 * must be found out which of the two it is.
 *
 * @param deviation the standard deviation of the noise, at least that of rounding the result
 */
public record FunctionNoise(double deviation) {
  /** A bound holds this many deviations, since the deviation itself is an estimate. */
  private static final double DEVIATIONS = 4;

  private static final int DIRECTIONS = 3;

  /**
   * Checks that the deviation can be one.
   *
   * @throws IllegalArgumentException if the deviation is negative or not finite
   */
  public FunctionNoise {
    if (!(deviation >= 0) || deviation == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "the deviation of noise must be finite and not negative, but is " + deviation);
    }
  }

  /**
   * The noise along coordinate {@code i}; empty where the function is not finite.
   *
   * @throws IllegalArgumentException if {@code x} has no entry {@code i} or an entry is not finite
   */
  public static Optional<FunctionNoise> ofPartial(ToDoubleFunction<double[]> f, double[] x, int i) {
    Points.requireAxis(x, i);
    return on(new CoordinateLine(f, x, i), Quotient.CENTRAL);
  }

  /**
   * The noise along a direction, including what comes from rounding the points {@code x + t v};
   * empty where the function is not finite.
   *
   * @throws IllegalArgumentException if the lengths differ, an entry is not finite or {@code v} is
   *     zero
   */
  public static Optional<FunctionNoise> along(
      ToDoubleFunction<double[]> f, double[] x, double[] v) {
    Points.requireDirection(x, v);
    return on(new DirectionLine(f, x, v), Quotient.CENTRAL);
  }

  /**
   * The noise at a point: the largest along three directions that move every entry, the same ones
   * at each call; empty where the function is not finite.
   *
   * @throws IllegalArgumentException if an entry is not finite or there are none
   */
  public static Optional<FunctionNoise> at(ToDoubleFunction<double[]> f, double[] x) {
    SplittableRandom random = new SplittableRandom(x.length);
    double largest = 0;
    for (int k = 0; k < DIRECTIONS; k++) {
      double[] v = new double[x.length];
      for (int i = 0; i < v.length; i++) {
        double size = Math.scalb(1.0, Math.max(0, Math.getExponent(x[i])));
        v[i] = random.nextBoolean() ? size : -size;
      }
      Points.requireDirection(x, v);
      double deviation = new NoiseSearch(new DirectionLine(f, x, v), Quotient.CENTRAL).deviation();
      if (!Double.isFinite(deviation)) {
        return Optional.empty();
      }
      largest = Math.max(largest, deviation);
    }
    return Optional.of(new FunctionNoise(largest));
  }

  /** A bound on the noise of one value of the given magnitude. */
  public double bound(double magnitude) {
    return Math.max(DEVIATIONS * deviation, Math.ulp(magnitude));
  }

  /** The noise where {@code quotient} takes its values, that of rounded points included. */
  static Optional<FunctionNoise> on(Line line, Quotient quotient) {
    double deviation = new NoiseSearch(line, quotient).deviation();
    return Double.isFinite(deviation)
        ? Optional.of(new FunctionNoise(Math.max(deviation, line.noiseOfRounding())))
        : Optional.empty();
  }
}
