package org.backproof.verify.prove;

import com.google.common.collect.ImmutableSet;
import org.backproof.autodiff.expr.Expr;

/** What is known of tensors beyond their shapes. */
record Facts(ImmutableSet<Expr> positive, ImmutableSet<Expr> symmetric) {
  static final Facts NONE = new Facts(ImmutableSet.of(), ImmutableSet.of());

  boolean isPositive(Expr tensor) {
    return positive.contains(tensor);
  }

  boolean isSymmetric(Expr tensor) {
    return symmetric.contains(tensor);
  }
}
