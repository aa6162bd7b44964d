package org.backproof.autodiff.expr;

import java.util.List;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.shape.Sizes;
import org.backproof.core.tensor.Tensor;
import org.backproof.core.tensor.TensorAlgebra;

/**
 * Operations without operands: where a graph begins. Nothing passes through them, so their
 * derivative rules are empty.
 */
public sealed interface Leaf extends Primitive {
  /** The shape of the leaf. */
  Shape shape();

  @Override
  default Shape shape(List<Shape> operands) {
    return shape();
  }

  @Override
  default Expr vjp(int operand, Expr node, Expr cotangent) {
    throw new IllegalArgumentException("A " + name() + " has no operand " + operand);
  }

  @Override
  default Expr jvp(Expr node, List<Expr> tangents) {
    return Structure.zeros(shape());
  }

  /** A tensor that is given by name when the graph is evaluated. */
  record Variable(String name, Shape shape) implements Leaf {
    @Override
    public <A> A value(TensorAlgebra<A> algebra, List<A> operands, Sizes sizes) {
      throw new IllegalStateException(
          "No tensor is given for the variable " + name + " (" + shape + ")");
    }
  }

  /** An exact number. */
  record Literal(Rational value) implements Leaf {
    @Override
    public String name() {
      return "literal";
    }

    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }

    @Override
    public <A> A value(TensorAlgebra<A> algebra, List<A> operands, Sizes sizes) {
      return algebra.literal(value);
    }
  }

  /** A size as a number, such as the m of 1/m. */
  record Size(Dim dim) implements Leaf {
    @Override
    public String name() {
      return "size";
    }

    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }

    @Override
    public <A> A value(TensorAlgebra<A> algebra, List<A> operands, Sizes sizes) {
      return algebra.literal(Rational.of(sizes.of(dim)));
    }
  }

  /** The vector 0, 1, ..., size - 1: an index as a number. */
  record Iota(Dim dim) implements Leaf {
    @Override
    public String name() {
      return "iota";
    }

    @Override
    public Shape shape() {
      return Shape.of(dim);
    }

    @Override
    public <A> A value(TensorAlgebra<A> algebra, List<A> operands, Sizes sizes) {
      return algebra.iota(sizes.of(dim));
    }
  }

  /** Doubles that are part of the graph. */
  record Constant(Tensor value) implements Leaf {
    @Override
    public String name() {
      return "constant";
    }

    @Override
    public Shape shape() {
      return value.shape();
    }

    @Override
    public <A> A value(TensorAlgebra<A> algebra, List<A> operands, Sizes sizes) {
      return algebra.constant(value);
    }
  }
}
