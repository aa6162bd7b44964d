package org.backproof.autodiff.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.Ints;
import java.util.Set;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.tensor.Tensor;

/** Whole Jacobians over doubles, a product with a unit vector at a time. */
public final class Jacobian {
  private static final Evaluator<Tensor> DOUBLES = Evaluator.doubles();

  private Jacobian() {}

  /**
   * The Jacobian of an expression by a node, from as many products as the smaller of both has
   * entries.
   *
   * @return of the output's sizes followed by the node's
   */
  public static Tensor of(
      Differentiation differentiation, Expr output, Expr by, Bindings<Tensor> bindings) {
    int[] outputSizes = bindings.sizes().of(output.shape());
    int[] bySizes = bindings.sizes().of(by.shape());
    int outputs = Tensor.zeros(outputSizes).length();
    int inputs = Tensor.zeros(bySizes).length();
    double[] entries = new double[Math.multiplyExact(outputs, inputs)];
    boolean forward = inputs < outputs;
    Expr direction = Expr.variable("unit direction", (forward ? by : output).shape());
    Expr product =
        forward
            ? differentiation.jvp(output, ImmutableMap.of(by, direction))
            : differentiation.vjp(output, ImmutableList.of(by), direction).get(0);
    Tensor zero = Tensor.zeros(forward ? bySizes : outputSizes);
    Set<Expr> bound = Sets.union(bindings.values().keySet(), ImmutableSet.of(direction));
    Plan plan = Plan.of(ImmutableList.of(product), bound);
    for (int k = 0; k < zero.length(); k++) {
      Tensor unit = zero.with(k, 1);
      Tensor line = DOUBLES.values(plan, bindings.with(direction, unit)).get(0);
      for (int i = 0; i < line.length(); i++) {
        entries[forward ? i * inputs + k : k * inputs + i] = line.entry(i);
      }
    }
    return Tensor.of(entries, Ints.concat(outputSizes, bySizes));
  }
}
