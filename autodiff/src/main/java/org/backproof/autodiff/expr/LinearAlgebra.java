package org.backproof.autodiff.expr;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.shape.ShapeException;
import org.backproof.core.tensor.ContractionPattern;

/** Products, transposes and functions of matrices and vectors. */
public final class LinearAlgebra {
  private LinearAlgebra() {}

  /**
   * NumPy's {@code @} for matrices and vectors: the last axis of {@code a} is summed against the
   * first of {@code b}.
   *
   * @throws ShapeException if one is a scalar or of rank above 2, or the two axes differ; the
   *     message has both shapes
   */
  public static Expr matmul(Expr a, Expr b) {
    int left = a.shape().rank();
    int right = b.shape().rank();
    if (left < 1 || left > 2 || right < 1 || right > 2) {
      throw new ShapeException(
          "A matrix product is of matrices and vectors, not of "
              + a.summary()
              + " and "
              + b.summary());
    }
    Dim columns = a.shape().dim(-1);
    Dim rows = b.shape().dim(0);
    if (!columns.equals(rows)) {
      throw new ShapeException(
          "The matrix product of "
              + a.summary()
              + " and "
              + b.summary()
              + " needs the columns of the first to be the"
              + " rows of the second, but "
              + columns
              + " is not "
              + rows);
    }
    String pattern =
        left == 2 ? (right == 2 ? "ij,jk->ik" : "ij,j->i") : (right == 2 ? "j,jk->k" : "j,j->");
    return Expr.of(Contraction.of(pattern), a, b);
  }

  /** The axes in reverse order. */
  public static Expr transpose(Expr a) {
    int rank = a.shape().rank();
    if (rank < 2) {
      return a;
    }
    ContractionPattern pattern =
        ContractionPattern.of(
            ImmutableList.of(ImmutableIntArray.copyOf(IntStream.range(0, rank))),
            ImmutableIntArray.copyOf(IntStream.range(0, rank).map(i -> rank - 1 - i)));
    return Expr.of(new Contraction(pattern, ImmutableList.of()), a);
  }

  /** The sum of products of two vectors' entries. */
  public static Expr dot(Expr u, Expr v) {
    requireRank(1, "dot", u);
    requireRank(1, "dot", v);
    return matmul(u, v);
  }

  /** The matrix of all products of two vectors' entries. */
  public static Expr outer(Expr u, Expr v) {
    requireRank(1, "outer", u);
    requireRank(1, "outer", v);
    return Expr.of(Contraction.of("i,j->ij"), u, v);
  }

  /** The sum of the diagonal of a square matrix. */
  public static Expr trace(Expr a) {
    requireSquare("trace", a);
    return Expr.of(Contraction.of("ii->"), a);
  }

  /** Of a vector the diagonal matrix, of a square matrix the diagonal. */
  public static Expr diag(Expr a) {
    if (a.shape().rank() == 1) {
      return Expr.of(Contraction.of("i->ii"), a);
    }
    requireSquare("diag", a);
    return Expr.of(Contraction.of("ii->i"), a);
  }

  /** The identity matrix. */
  public static Expr eye(Dim size) {
    return Expr.of(
        new Contraction(ContractionPattern.parse("->ii"), ImmutableList.of(size)), Expr.literal(1));
  }

  /** The inverse of a square matrix; where it is singular there is no value. */
  public static Expr inverse(Expr a) {
    return Expr.of(MatrixPrimitive.INVERSE, a);
  }

  /** The determinant of a square matrix. */
  public static Expr determinant(Expr a) {
    return Expr.of(MatrixPrimitive.DETERMINANT, a);
  }

  /**
   * The logarithm of the determinant of a square matrix; where that is not positive there is no
   * value.
   */
  public static Expr logDeterminant(Expr a) {
    return Expr.of(MatrixPrimitive.LOG_DETERMINANT, a);
  }

  /** The matrix of cofactors of a square matrix, the derivative of its determinant. */
  public static Expr cofactor(Expr a) {
    return Expr.of(MatrixPrimitive.COFACTOR, a);
  }

  /** The Euclidean norm of all entries; at zero it has no derivative. */
  public static Expr norm(Expr a) {
    return Functions.sqrt(Functions.sum(a.pow(2)));
  }

  private static void requireRank(int rank, String operation, Expr e) {
    if (e.shape().rank() != rank) {
      throw new ShapeException(operation + " takes vectors, not " + e.summary());
    }
  }

  private static void requireSquare(String operation, Expr e) {
    Shape shape = e.shape();
    if (shape.rank() != 2 || !shape.dim(0).equals(shape.dim(1))) {
      throw new ShapeException(operation + " takes a square matrix, not " + e.summary());
    }
  }
}
