package org.backproof.verify.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.eval.Plan;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.number.Complex;
import org.backproof.core.number.ComplexNumbers;
import org.backproof.core.tensor.NumberTensor;
import org.backproof.core.tensor.Tensor;
import org.backproof.verify.difference.DifferenceGradient;
import org.backproof.verify.difference.Estimate;
import org.backproof.verify.difference.GradientEstimate;
import org.backproof.verify.difference.RichardsonDifference;

/** Finite differences of a cost by every entry of one node. */
final class Differences {
  /** More entries than these are not accidents, and are left as they are. */
  private static final int MOST_SECOND_LOOKS = 40;

  private static final double COMPLEX_STEP = 1e-200;

  private final Expr cost;
  private final Expr node;
  private final Tensor point;
  private final Bindings<Tensor> bindings;
  private final ToDoubleFunction<double[]> function;

  Differences(Expr cost, Expr node, Tensor point, Bindings<Tensor> bindings) {
    this.cost = cost;
    this.node = node;
    this.point = point;
    this.bindings = Evaluator.doubles().fix(List.of(cost), ImmutableSet.of(node), bindings);
    Plan plan = Plan.of(List.of(cost), this.bindings.with(node, point).values().keySet());
    this.function =
        entries ->
            Evaluator.doubles()
                .values(plan, this.bindings.with(node, Tensor.of(entries, point.sizes())))
                .get(0)
                .toScalar();
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
    Evaluator<NumberTensor<Complex>> evaluator = Evaluator.over(ComplexNumbers.INSTANCE);
    ImmutableList<Complex> entries =
        IntStream.range(0, point.length())
            .mapToObj(i -> new Complex(point.entry(i), i == entry ? COMPLEX_STEP : 0))
            .collect(ImmutableList.toImmutableList());
    Bindings<NumberTensor<Complex>> stepped =
        evaluator.embed(bindings).with(node, NumberTensor.of(entries, point.sizes()));
    return evaluator.value(cost, stepped).toScalar().im() / COMPLEX_STEP;
  }
}
