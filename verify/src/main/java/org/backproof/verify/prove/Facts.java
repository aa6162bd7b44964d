package org.backproof.verify.prove;

import com.google.common.collect.ImmutableSet;
import org.backproof.autodiff.expr.Expr;

/**
 * What may be taken as true of given tensors.
 *
 * @param positive those whose entries are above zero
 * @param symmetric square matrices that equal their transposes
 */
public record Facts(ImmutableSet<Expr> positive, ImmutableSet<Expr> symmetric) {
  /** Nothing. */
  public static final Facts NONE = new Facts(ImmutableSet.of(), ImmutableSet.of());

  boolean isPositive(Expr tensor) {
    return positive.contains(tensor);
  }

  boolean isSymmetric(Expr tensor) {
    return symmetric.contains(tensor);
  }
}
