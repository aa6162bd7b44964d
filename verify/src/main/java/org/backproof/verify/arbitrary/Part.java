package org.backproof.verify.arbitrary;

import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;

/**
 * A part of a graph with a bound on its absolute values where the variables' entries are moderate.
 * The bound keeps values from growing without end; nothing else rests on it.
 */
record Part(Expr expr, double bound) {
  Shape shape() {
    return expr.shape();
  }

  int rank() {
    return shape().rank();
  }

  boolean broadcastsWith(Part other) {
    int common = Math.min(rank(), other.rank());
    for (int i = 1; i <= common; i++) {
      if (!shape().dim(-i).equals(other.shape().dim(-i))
          && !shape().dim(-i).equals(Dim.ONE)
          && !other.shape().dim(-i).equals(Dim.ONE)) {
        return false;
      }
    }
    return true;
  }
}
