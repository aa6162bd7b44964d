package org.backproof.verify.check;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.backproof.core.tensor.Tensor;
import org.backproof.verify.difference.DifferenceGradient;
import org.backproof.verify.difference.Estimate;
import org.backproof.verify.difference.GradientEstimate;
import org.backproof.verify.difference.RichardsonDifference;

/** Finite differences of a cost by every entry of one node. */
final class Differences {
  /** More entries than these are not accidents, and are left as they are. */
  private static final int MOST_SECOND_LOOKS = 40;

  private final GraphFunction graph;
  private final Tensor point;
  private final ToDoubleFunction<double[]> function;

  Differences(GraphFunction graph) {
    this.graph = graph;
    this.point = graph.point();
    this.function = graph.onDoubles();
  }

  /** All entries. */
  Measured all(DifferenceGradient method) {
    GradientEstimate estimate = method.estimate(function, point.toArray());
    return measured(estimate.values(), estimate.errors());
  }

  private Measured measured(double[] values, double[] errors) {
    return new Measured(
        Method.FINITE_DIFFERENCES,
        Tensor.of(values, point.sizes()),
        Tensor.of(errors, point.sizes()));
  }

  /**
   * Looks again where differences contradict another gradient, before anyone is blamed: first with
   * all the evaluations that the best estimate takes, then by the complex step. Where that sides
   * with the other gradient, the differences cannot tell.
   */
  Measured lookAgain(Measured differences, Measured gradient) {
    int[] contradicted = contradicted(differences, gradient);
    if (contradicted.length > MOST_SECOND_LOOKS) {
      return differences;
    }
    double[] values = differences.values().toArray();
    double[] errors = differences.errors().toArray();
    for (int entry : contradicted) {
      Estimate estimate = RichardsonDifference.partial(function, point.toArray(), entry);
      double own = gradient.values().entry(entry);
      double allowed = gradient.errors().entry(entry);
      values[entry] = estimate.value();
      errors[entry] = estimate.error();
      boolean stillApart = !(Math.abs(own - estimate.value()) <= estimate.error() + allowed);
      if (stillApart && Math.abs(complexStep(entry) - own) <= 2 * allowed) {
        errors[entry] = Double.POSITIVE_INFINITY;
      }
    }
    return measured(values, errors);
  }

  private static int[] contradicted(Measured differences, Measured gradient) {
    return IntStream.range(0, differences.values().length())
        .filter(
            i -> {
              double distance =
                  Math.abs(differences.values().entry(i) - gradient.values().entry(i));
              return !(distance <= differences.errors().entry(i) + gradient.errors().entry(i));
            })
        .toArray();
  }

  private double complexStep(int entry) {
    Tensor axis = point.map(unused -> 0).with(entry, 1);
    return graph.complexStep(List.of(axis))[0];
  }
}
