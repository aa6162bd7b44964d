package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.number.Rational;

/** Rules that make expressions smaller and keep their meaning. */
final class Simplification {
  static final ImmutableList<RewriteRule> RULES =
      ImmutableList.of(
          RewriteRule.of("1 * x = x", Simplification::timesOne),
          RewriteRule.of("x / 1 = x", Simplification::dividedByOne));

  private Simplification() {}

  private static Optional<Expr> timesOne(Expr node) {
    if (node.primitive() != BinaryFunction.MULTIPLY) {
      return Optional.empty();
    }
    if (node.operand(0).isFilledWith(Rational.ONE)) {
      return Optional.of(Structure.spread(node.operand(1), node.shape()));
    }
    return node.operand(1).isFilledWith(Rational.ONE)
        ? Optional.of(Structure.spread(node.operand(0), node.shape()))
        : Optional.empty();
  }

  private static Optional<Expr> dividedByOne(Expr node) {
    return node.primitive() == BinaryFunction.DIVIDE && node.operand(1).isFilledWith(Rational.ONE)
        ? Optional.of(Structure.spread(node.operand(0), node.shape()))
        : Optional.empty();
  }
}
