package org.backproof.autodiff.expr;

import java.util.List;

/**
 * How derivatives pass through one node. Both directions are linear in what comes in, so that zero
 * goes to zero; callers leave out contributions for which {@link Expr#isZero()} holds.
 */
public interface DerivativeRule {
  /**
   * The vector-Jacobian product with respect to one operand: what a cotangent of the node
   * contributes to the cotangent of that operand.
   *
   * @param operand which operand, from 0
   * @param cotangent of the node's shape
   * @return an expression of the operand's shape
   */
  Expr vjp(int operand, Expr node, Expr cotangent);

  /**
   * The Jacobian-vector product: the tangent of the node for tangents of all its operands.
   *
   * @param tangents one for each operand, of the operand's shape; zero where nothing moves
   * @return an expression of the node's shape
   */
  Expr jvp(Expr node, List<Expr> tangents);
}
