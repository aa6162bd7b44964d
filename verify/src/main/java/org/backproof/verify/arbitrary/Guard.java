package org.backproof.verify.arbitrary;

import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.LinearAlgebra;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;

/**
 * Wraps arguments so that they are inside a function's domain and values stay of moderate size.
 *
 * @param isOn whether it does so; otherwise arguments are passed on as they are
 */
record Guard(boolean isOn) {
  private static final Expr HALF = Expr.literal(Rational.of(1, 2));

  /** The part, or a tanh of it where it may exceed the limit, which is 1 or more. */
  Part within(double limit, Part part) {
    return !isOn || part.bound() <= limit ? part : new Part(Functions.tanh(part.expr()), 1);
  }

  /** A function of the part that is 1/2 or more: {@code x^2 + 1/2}. */
  Part positive(Part part) {
    return isOn ? new Part(part.expr().pow(2).plus(HALF), part.bound() * part.bound() + 0.5) : part;
  }

  /**
   * A function of a square matrix whose diagonal dominates its rows, so that it has an inverse and
   * a positive determinant: {@code tanh(A) + 2n I}.
   */
  Part dominant(Part matrix) {
    if (!isOn) {
      return matrix;
    }
    Dim size = matrix.shape().dim(0);
    Expr diagonal = LinearAlgebra.eye(size).times(Expr.size(size)).times(2);
    return new Part(Functions.tanh(matrix.expr()).plus(diagonal), 1 + 2.0 * Shapes.GREATEST_SIZE);
  }
}
