package org.backproof.verify.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Objects;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.number.Interval;
import org.backproof.core.number.IntervalNumbers;
import org.backproof.core.tensor.NumberTensor;
import org.backproof.core.tensor.Tensor;

/**
 * The values of expressions in doubles, with bounds on their round-off from interval arithmetic on
 * the same graph.
 */
final class Enclosures {
  private final ImmutableMap<Expr, Tensor> values;
  private final ImmutableMap<Expr, Tensor> bounds;

  private Enclosures(ImmutableMap<Expr, Tensor> values, ImmutableMap<Expr, Tensor> bounds) {
    this.values = values;
    this.bounds = bounds;
  }

  static Enclosures of(List<Expr> expressions, Bindings<Tensor> bindings) {
    List<Expr> distinct = expressions.stream().distinct().toList();
    ImmutableList<Tensor> doubles = Evaluator.doubles().values(distinct, bindings);
    Evaluator<NumberTensor<Interval>> intervals = Evaluator.over(IntervalNumbers.INSTANCE);
    ImmutableList<NumberTensor<Interval>> enclosures =
        intervals.values(distinct, intervals.embed(bindings));
    ImmutableMap.Builder<Expr, Tensor> values = ImmutableMap.builder();
    ImmutableMap.Builder<Expr, Tensor> bounds = ImmutableMap.builder();
    for (int k = 0; k < distinct.size(); k++) {
      values.put(distinct.get(k), doubles.get(k));
      bounds.put(distinct.get(k), widths(enclosures.get(k)));
    }
    return new Enclosures(values.buildOrThrow(), bounds.buildOrThrow());
  }

  /**
   * The width of each enclosure. The true value and what any order of summation makes of it in
   * doubles lie about as far apart, at the most. Undefined and unbounded enclosures are infinitely
   * wide.
   */
  private static Tensor widths(NumberTensor<Interval> enclosure) {
    double[] widths = new double[enclosure.length()];
    for (int i = 0; i < widths.length; i++) {
      double width = enclosure.entry(i).high() - enclosure.entry(i).low();
      widths[i] = width >= 0 ? width : Double.POSITIVE_INFINITY;
    }
    return Tensor.of(widths, enclosure.sizes());
  }

  Tensor value(Expr expression) {
    return Objects.requireNonNull(values.get(expression));
  }

  Tensor bound(Expr expression) {
    return Objects.requireNonNull(bounds.get(expression));
  }
}
