package org.backproof.autodiff.rewrite;

import java.util.Optional;
import java.util.function.Function;
import org.backproof.autodiff.expr.Expr;

/** A named rule that replaces a node by an equal one of the same shape, where it applies. */
public interface RewriteRule {
  String name();

  /**
   * The node that replaces the given one, whose operands are in normal form already; empty where
   * the rule does not apply.
   */
  Optional<Expr> apply(Expr node);

  /** A rule from its name and its function. */
  static RewriteRule of(String name, Function<Expr, Optional<Expr>> rule) {
    return new RewriteRule() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Optional<Expr> apply(Expr node) {
        return rule.apply(node);
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }
}
