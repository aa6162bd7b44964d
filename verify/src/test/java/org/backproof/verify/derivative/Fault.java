package org.backproof.verify.derivative;

import java.util.List;
import java.util.function.UnaryOperator;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.diff.Rules;
import org.backproof.autodiff.expr.DerivativeRule;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Structure;

/** A wrong sign in a primitive's rule, or where the rule says zero, a one. */
enum Fault {
  IN_REVERSE,
  IN_FORWARD;

  /** The standard rules with this fault in the rule for the primitives of a name. */
  Differentiation plantedIn(String primitive, boolean isFlat) {
    UnaryOperator<Expr> wrong = isFlat ? e -> Structure.ones(e.shape()) : Expr::negate;
    DerivativeRule rule =
        new DerivativeRule() {
          @Override
          public Expr vjp(int operand, Expr node, Expr cotangent) {
            Expr right = node.primitive().vjp(operand, node, cotangent);
            return Fault.this == IN_REVERSE ? wrong.apply(right) : right;
          }

          @Override
          public Expr jvp(Expr node, List<Expr> tangents) {
            Expr right = node.primitive().jvp(node, tangents);
            return Fault.this == IN_FORWARD ? wrong.apply(right) : right;
          }
        };
    return Differentiation.by(Rules.standard().with(primitive, rule));
  }
}
