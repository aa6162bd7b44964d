package org.backproof.autodiff.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.ExprGraph;
import org.backproof.autodiff.expr.Primitive;
import org.backproof.core.shape.Shape;
import org.backproof.core.shape.Sizes;
import org.backproof.core.tensor.TensorAlgebra;

/**
 * Stands for a node that rewriting leaves as it is: a leaf of that node's shape, of which no rule
 * can see what it is computed from.
 */
record Opaque(Expr node) implements Primitive {
  static Expr of(Expr node) {
    return Expr.of(new Opaque(node));
  }

  /** Expressions with the nodes back in their places. */
  static List<Expr> restore(List<Expr> expressions) {
    Map<Expr, Expr> restored = new HashMap<>();
    for (Expr e : ExprGraph.postOrder(expressions)) {
      if (e.primitive() instanceof Opaque) {
        restored.put(e, ((Opaque) e.primitive()).node());
      } else {
        List<Expr> operands = e.operands().stream().map(restored::get).toList();
        restored.put(e, operands.equals(e.operands()) ? e : Expr.of(e.primitive(), operands));
      }
    }
    return expressions.stream().map(restored::get).toList();
  }

  @Override
  public String name() {
    return "opaque";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return node.shape();
  }

  @Override
  public <A> A value(TensorAlgebra<A> algebra, List<A> operands, Sizes sizes) {
    throw notRestored();
  }

  @Override
  public Expr vjp(int operand, Expr node, Expr cotangent) {
    throw notRestored();
  }

  @Override
  public Expr jvp(Expr node, List<Expr> tangents) {
    throw notRestored();
  }

  private IllegalStateException notRestored() {
    return new IllegalStateException("A rewriting has to put " + node + " back in its place first");
  }
}
