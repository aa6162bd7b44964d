package org.backproof.verify.derivation;

import java.util.Optional;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.number.Rational;
import org.backproof.verify.notation.Node;
import org.backproof.verify.notation.Node.Operator;

/** Sums, products, quotients and powers, entry by entry; matrix products are handed on. */
final class Arithmetic {
  private static final Rational MOST_EXPONENT = Rational.of(1000);

  private final Lowering lowering;
  private final Scope scope;

  private Arithmetic(Lowering lowering, Scope scope) {
    this.lowering = lowering;
    this.scope = scope;
  }

  /** The value of a negation or of an operation on two operands. */
  static Value value(Lowering lowering, Node node, Scope scope) {
    Optional<Value> number = number(node, scope);
    if (number.isPresent()) {
      return number.get();
    }
    Arithmetic arithmetic = new Arithmetic(lowering, scope);
    return node instanceof Node.Negation negation
        ? Alignment.map(Expr::negate, lowering.value(negation.operand(), scope))
        : arithmetic.binary((Node.Binary) node);
  }

  /** What is one number as it stands: {@code -1}, {@code 1/2}, {@code n + 1}. */
  private static Optional<Value> number(Node node, Scope scope) {
    if (isLiteral(node)) {
      return Constants.of(node).map(value -> Value.of(Expr.literal(value)));
    }
    return Affine.of(node, scope)
        .filter(Affine::isFreeOfIndices)
        .filter(affine -> !affine.constant().isConstant())
        .filter(affine -> scope.bounds().isAtLeast(affine.constant(), 0))
        .map(affine -> Value.of(Expr.size(affine.constant())));
  }

  private static boolean isLiteral(Node node) {
    if (node instanceof Node.Binary binary && binary.operator() == Operator.DIVIDE) {
      Node right = binary.right();
      return isSignedNumber(binary.left())
          && right instanceof Node.Numeral numeral
          && numeral.value().signum() != 0;
    }
    return isSignedNumber(node);
  }

  private static boolean isSignedNumber(Node node) {
    return node instanceof Node.Numeral
        || (node instanceof Node.Negation negation && negation.operand() instanceof Node.Numeral);
  }

  private Value binary(Node.Binary node) {
    if (node.operator() == Operator.MATMUL) {
      return Products.matmul(lowering, node, scope);
    }
    Value left = lowering.value(node.left(), scope);
    return node.operator() == Operator.POWER
        ? power(node, left)
        : entrywise(lowering, node, left, lowering.value(node.right(), scope));
  }

  /** An operation, entry by entry, on the values of its operands. */
  static Value entrywise(Lowering lowering, Node.Binary node, Value left, Value right) {
    lowering.requireBroadcast(
        node.operator().sign(), node.sign(), node.left(), left, node.right(), right);
    return switch (node.operator()) {
      case ADD -> Alignment.map(Expr::plus, left, right);
      case SUBTRACT -> Alignment.map(Expr::minus, left, right);
      case MULTIPLY -> Alignment.map(Expr::times, left, right);
      case DIVIDE -> Alignment.map(Expr::dividedBy, left, right);
      default -> Alignment.map(Expr::pow, left, right);
    };
  }

  private Value power(Node.Binary node, Value base) {
    Optional<Rational> exponent = Constants.of(node.right());
    if (exponent.isEmpty()) {
      return entrywise(lowering, node, base, lowering.value(node.right(), scope));
    }
    if (exponent.get().abs().compareTo(MOST_EXPONENT) > 0) {
      throw Fault.of(
          node.right().span(),
          "An exponent is a number up to " + MOST_EXPONENT + ", not " + exponent.get());
    }
    return Alignment.map(e -> e.pow(exponent.get()), base);
  }
}
