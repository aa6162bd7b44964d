package org.backproof.verify.derivative;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.expr.Derivative;
import org.backproof.autodiff.expr.Expr;

/** The two directions in which derivatives are taken. */
interface Modes {
  /** The output's tangent where some nodes have the given ones. */
  Expr pushForward(Expr output, Map<Expr, Expr> tangents);

  /** The cotangents of some nodes where the output has the given one. */
  ImmutableList<Expr> pullBack(Expr output, List<Expr> by, Expr cotangent);

  /** Derivatives that are taken at once. */
  static Modes of(Differentiation differentiation) {
    return new Modes() {
      @Override
      public Expr pushForward(Expr output, Map<Expr, Expr> tangents) {
        return differentiation.jvp(output, tangents);
      }

      @Override
      public ImmutableList<Expr> pullBack(Expr output, List<Expr> by, Expr cotangent) {
        return differentiation.vjp(output, by, cotangent);
      }
    };
  }

  /** Derivatives that are named first, and taken when the expression is expanded. */
  static Modes byName(Differentiation differentiation) {
    return new Modes() {
      @Override
      public Expr pushForward(Expr output, Map<Expr, Expr> tangents) {
        List<Expr> named =
            tangents.entrySet().stream()
                .map(moved -> Derivative.jvp(output, moved.getKey(), moved.getValue()))
                .toList();
        return differentiation.expand(named).stream().reduce(Expr::plus).orElseThrow();
      }

      @Override
      public ImmutableList<Expr> pullBack(Expr output, List<Expr> by, Expr cotangent) {
        return differentiation.expand(
            by.stream().map(node -> Derivative.vjp(output, node, cotangent)).toList());
      }
    };
  }
}
