package org.backproof.autodiff.rewrite;

import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.Leaf;
import org.backproof.autodiff.expr.Structure;
import org.backproof.autodiff.expr.UnaryFunction;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Shape;
import org.backproof.core.tensor.ContractionPattern;

/**
 * An expression with the weight of what was written to build it, the parts it was built from
 * counting the same wherever they are used. Rules that rearrange are applied where the weight goes
 * down, so that they come to an end.
 *
 * <p>The weight of an operation is that of computing it, roughly: a whole tensor costs more than a
 * number, a sign next to nothing.
 */
record Weighed(Expr expr, int weight) {
  private static final int AXIS = 5;
  private static final Rational HALF = Rational.of(1, 2);

  /** A part that was there before, at the least that anything of its rank weighs. */
  static Weighed part(Expr e) {
    return new Weighed(e, ofLeaf(e));
  }

  static Weighed literal(Rational value) {
    Expr literal = Expr.literal(value);
    return new Weighed(literal, ofOperation(literal));
  }

  /** The weight of a node's own operation, without its operands. */
  static int ofOperation(Expr node) {
    if (node.primitive() instanceof Leaf.Literal literal) {
      return literal.value().signum() < 0 ? 2 : 1;
    }
    if (node.primitive() == UnaryFunction.NEGATE) {
      return 1;
    }
    if (node.primitive() instanceof Contraction contraction) {
      return ofContraction(node, contraction.pattern());
    }
    return node.operands().isEmpty() ? ofLeaf(node) : node.isScalar() ? 3 : 6;
  }

  private static int ofLeaf(Expr node) {
    return 2 + AXIS * node.shape().rank();
  }

  /** Axes that no operand has cost what they cost in a leaf. */
  private static int ofContraction(Expr node, ContractionPattern pattern) {
    int added =
        node.shape().rank()
            - (int) pattern.result().stream().distinct().filter(pattern::isBound).count();
    boolean hasScalar = node.operands().stream().anyMatch(Expr::isScalar);
    int sumOfProducts = hasScalar ? 13 : node.isScalar() ? 8 : 11;
    int single = node.isScalar() ? 3 : 6;
    return AXIS * added + (node.operands().size() == 2 ? sumOfProducts : single);
  }

  Weighed plus(Weighed other) {
    return with(expr.plus(other.expr), other);
  }

  Weighed minus(Weighed other) {
    return with(expr.minus(other.expr), other);
  }

  Weighed times(Weighed other) {
    return with(expr.times(other.expr), other);
  }

  Weighed dividedBy(Weighed other) {
    return with(expr.dividedBy(other.expr), other);
  }

  private Weighed with(Expr result, Weighed other) {
    return new Weighed(result, weight + other.weight + ofOperation(result));
  }

  Weighed negate() {
    return new Weighed(expr.negate(), weight + 1);
  }

  Weighed pow(Rational exponent) {
    if (exponent.equals(Rational.ONE)) {
      return this;
    }
    Expr power = exponent.equals(HALF) ? Functions.sqrt(expr) : expr.pow(exponent);
    return new Weighed(power, weight + ofOperation(power));
  }

  Weighed spread(Shape shape) {
    Expr whole = Structure.spread(expr, shape);
    return whole.equals(expr) ? this : new Weighed(whole, weight + ofOperation(whole));
  }
}
