package org.backproof.verify.prove;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.backproof.autodiff.expr.Expr;

/**
 * What may be taken as true of given tensors.
 *
 * @param positive those whose entries are above zero
 * @param equalities that hold, such as {@code sum(Y, axis=1) == 1} or {@code A == A.T}; used only
 *     once all derivatives have been taken, since a derivative does not keep to them
 */
public record Facts(ImmutableSet<Expr> positive, ImmutableList<Equality> equalities) {
  /** Nothing. */
  public static final Facts NONE = new Facts(ImmutableSet.of(), ImmutableList.of());

  ImmutableList<Expr> sides() {
    ImmutableList.Builder<Expr> sides = ImmutableList.builder();
    equalities.forEach(claim -> sides.add(claim.left(), claim.right()));
    return sides.build();
  }
}
