package org.backproof.autodiff.expr;

import java.util.List;
import org.backproof.core.shape.Shape;
import org.backproof.core.shape.ShapeException;
import org.backproof.core.shape.Sizes;
import org.backproof.core.tensor.TensorAlgebra;

/**
 * A derivative that is named and has not been taken: how a claim speaks of one. Operands are the
 * expression, the node it is differentiated by (a variable or a named node), and a direction. It
 * has a value once it is expanded by a differentiation.
 */
public sealed interface Derivative extends Primitive {
  /**
   * A vector-Jacobian product: the direction has the shape of the expression, the result that of
   * the node.
   */
  record Vjp() implements Derivative {
    @Override
    public String name() {
      return "vjp";
    }

    @Override
    public Shape shape(List<Shape> operands) {
      return Derivative.shape(operands, operands.get(0), operands.get(1));
    }
  }

  /**
   * A Jacobian-vector product: the direction has the shape of the node, the result that of the
   * expression.
   */
  record Jvp() implements Derivative {
    @Override
    public String name() {
      return "jvp";
    }

    @Override
    public Shape shape(List<Shape> operands) {
      return Derivative.shape(operands, operands.get(1), operands.get(0));
    }
  }

  /** The derivative of a scalar by a node. */
  static Expr gradient(Expr cost, Expr by) {
    if (!cost.isScalar()) {
      throw new ShapeException("A gradient is of a scalar, not of " + cost.summary());
    }
    return vjp(cost, by, Expr.literal(1));
  }

  /** The product of a cotangent of an expression with its Jacobian by a node. */
  static Expr vjp(Expr expression, Expr by, Expr cotangent) {
    return Expr.of(new Vjp(), expression, by, cotangent);
  }

  /** The product of an expression's Jacobian by a node with a direction of that node. */
  static Expr jvp(Expr expression, Expr by, Expr tangent) {
    return Expr.of(new Jvp(), expression, by, tangent);
  }

  private static Shape shape(List<Shape> operands, Shape direction, Shape result) {
    if (!operands.get(2).equals(direction)) {
      throw new ShapeException(
          "The direction has the shape " + operands.get(2) + " where " + direction + " is needed");
    }
    return result;
  }

  @Override
  default <A> A value(TensorAlgebra<A> algebra, List<A> operands, Sizes sizes) {
    throw notExpanded();
  }

  @Override
  default Expr vjp(int operand, Expr node, Expr cotangent) {
    throw notExpanded();
  }

  @Override
  default Expr jvp(Expr node, List<Expr> tangents) {
    throw notExpanded();
  }

  private IllegalStateException notExpanded() {
    return new IllegalStateException(
        "A " + name() + " that is only named has to be expanded by a differentiation first");
  }
}
