package org.backproof.verify.prove;

import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.ShapeException;

/** That two expressions of one shape are equal; they may name derivatives not yet taken. */
public record Claim(Expr left, Expr right) {
  /**
   * A claim.
   *
   * @throws ShapeException if the shapes differ
   */
  public Claim {
    if (!left.shape().equals(right.shape())) {
      throw new ShapeException(
          "A claim is of two expressions of one shape, not "
              + left.shape()
              + " and "
              + right.shape());
    }
  }
}
