package org.backproof.verify.difference;

import java.util.function.ToDoubleFunction;

/**
 * Derivatives by Richardson's extrapolation of difference quotients in the manner of Ridders, with
 * an error estimate from the table of extrapolations and from the measured noise of the function.
 * The steps are searched for, so neither the scale of {@code x} nor that of {@code f} matters; a
 * derivative takes about 30 evaluations, and some hundred where the function is not smooth on that
 * scale.
 *
 * <p>A derivative of both sides at a kink is the mean of the two slopes with an error that reaches
 * both. The functions are given points that they must not change or keep; the given arrays are
 * never changed.
 */
public final class RichardsonDifference {
  private RichardsonDifference() {}

  /**
   * The derivative by entry {@code i}.
   *
   * @throws IllegalArgumentException if {@code x} has no entry {@code i} or an entry is not finite
   */
  public static Estimate partial(ToDoubleFunction<double[]> f, double[] x, int i) {
    Points.requireAxis(x, i);
    return StepSearch.derivative(new CoordinateLine(f, x, i), Quotient.CENTRAL);
  }

  /**
   * The derivative of {@code f(x + t v)} by {@code t} at zero.
   *
   * @throws IllegalArgumentException if the lengths differ, an entry is not finite or {@code v} is
   *     zero
   */
  public static Estimate along(ToDoubleFunction<double[]> f, double[] x, double[] v) {
    Points.requireDirection(x, v);
    return StepSearch.derivative(new DirectionLine(f, x, v), Quotient.CENTRAL);
  }

  /**
   * The derivatives by entry {@code i} from below and from above.
   *
   * @throws IllegalArgumentException if {@code x} has no entry {@code i} or an entry is not finite
   */
  public static OneSided oneSidedPartial(ToDoubleFunction<double[]> f, double[] x, int i) {
    Points.requireAxis(x, i);
    return bothSides(new CoordinateLine(f, x, i));
  }

  /**
   * The derivatives of {@code f(x + t v)} by {@code t} at zero, from below and from above.
   *
   * @throws IllegalArgumentException if the lengths differ, an entry is not finite or {@code v} is
   *     zero
   */
  public static OneSided oneSidedAlong(ToDoubleFunction<double[]> f, double[] x, double[] v) {
    Points.requireDirection(x, v);
    return bothSides(new DirectionLine(f, x, v));
  }

  private static OneSided bothSides(Line line) {
    return new OneSided(
        StepSearch.derivative(line, Quotient.LEFT), StepSearch.derivative(line, Quotient.RIGHT));
  }
}
