package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.Shape;

/**
 * An expression for every value of some indices: a tensor whose first axes are the indices, and
 * whose others are the axes that the expression has of its own.
 */
record Value(Expr expr, ImmutableList<Index> indices) {
  static Value of(Expr expr) {
    return new Value(expr, ImmutableList.of());
  }

  /** The shape without the indices. */
  Shape shape() {
    return Shape.of(expr.shape().dims().subList(indices.size(), expr.shape().rank()));
  }

  /** The number of axes without the indices. */
  int rank() {
    return expr.shape().rank() - indices.size();
  }

  /** The place among all axes of an axis of its own. */
  int axis(int own) {
    return indices.size() + own;
  }
}
