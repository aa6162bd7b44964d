package org.backproof.verify.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.kernel.Reductions;
import org.backproof.core.number.Complex;
import org.backproof.core.number.ComplexNumbers;
import org.backproof.core.tensor.NumberTensor;
import org.backproof.core.tensor.Tensor;

/**
 * Derivatives of a cost along random directions of one node. Forward mode and the complex step have
 * them without cancellation, however small they are; of a gradient they are scalar products.
 */
final class DirectionalDerivatives {
  /** So small that its square vanishes against anything (Squire &amp; Trapp 1998). */
  private static final double COMPLEX_STEP = 1e-200;

  private final Expr cost;
  private final Expr node;
  private final Tensor point;
  private final Bindings<Tensor> bindings;
  private final ImmutableList<Tensor> directions;

  /**
   * Draws directions of entries 1 and -1.
   *
   * @param point the value of the node
   */
  DirectionalDerivatives(
      Expr cost, Expr node, Tensor point, Bindings<Tensor> bindings, int count, long seed) {
    this.cost = cost;
    this.node = node;
    this.point = point;
    this.bindings = Evaluator.doubles().fix(List.of(cost), java.util.Set.of(node), bindings);
    SplittableRandom random = new SplittableRandom(seed);
    List<Tensor> drawn = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      drawn.add(point.map(unused -> random.nextBoolean() ? 1 : -1));
    }
    this.directions = ImmutableList.copyOf(drawn);
  }

  /** What a gradient makes of the directions; its errors add up. */
  Measured ofGradient(Measured gradient) {
    return new Measured(
        gradient.method(),
        perDirection(direction -> dot(gradient.values(), direction)),
        perDirection(direction -> gradient.errors().sum()));
  }

  private static double dot(Tensor a, Tensor b) {
    return Reductions.dot(a.toArray(), 0, 1, b.toArray(), 0, 1, a.length());
  }

  /**
   * By forward mode.
   *
   * @param error the bound on the round-off, which is that of the sums over the entries
   */
  Measured byForwardMode(double error) {
    Expr tangent = Expr.variable("direction of " + node.primitive().name(), node.shape());
    Expr derivative = Differentiation.standard().jvp(cost, ImmutableMap.of(node, tangent));
    Bindings<Tensor> at = bindings.with(node, point);
    return measured(
        Method.FORWARD_MODE,
        direction -> Evaluator.doubles().value(derivative, at.with(tangent, direction)).toScalar(),
        error);
  }

  /**
   * By the complex step.
   *
   * @param error the bound on the round-off, which is that of the sums over the entries
   */
  Measured byComplexStep(double error) {
    Evaluator<NumberTensor<Complex>> evaluator = Evaluator.over(ComplexNumbers.INSTANCE);
    Bindings<NumberTensor<Complex>> real = evaluator.embed(bindings);
    return measured(
        Method.COMPLEX_STEP,
        direction ->
            evaluator.value(cost, real.with(node, stepped(direction))).toScalar().im()
                / COMPLEX_STEP,
        error);
  }

  private NumberTensor<Complex> stepped(Tensor direction) {
    List<Complex> entries = new ArrayList<>(point.length());
    for (int i = 0; i < point.length(); i++) {
      entries.add(new Complex(point.entry(i), COMPLEX_STEP * direction.entry(i)));
    }
    return NumberTensor.of(entries, point.sizes());
  }

  private Measured measured(Method method, ToDoubleFunction<Tensor> derivative, double error) {
    return new Measured(method, perDirection(derivative), perDirection(direction -> error));
  }

  private Tensor perDirection(ToDoubleFunction<Tensor> function) {
    return Tensor.vector(directions.stream().mapToDouble(function).toArray());
  }
}
