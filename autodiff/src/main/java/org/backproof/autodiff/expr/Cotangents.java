package org.backproof.autodiff.expr;

import java.util.stream.IntStream;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;

/**
 * Arithmetic on cotangents and tangents.
 *
 * <p>A cotangent that {@code select} has set to zero stays a {@code select} as long as it passes
 * entry by entry: in {@code select(c, g, 0) * d} the product is taken inside, so that an infinite
 * derivative {@code d} of the branch that was not taken meets no zero and makes no NaN.
 */
public final class Cotangents {
  private static final Expr ZERO = Expr.literal(0);

  private Cotangents() {}

  /** The product of a cotangent and a derivative, entry by entry. */
  static Expr scale(Expr cotangent, Expr derivative) {
    if (cotangent.isZero() || derivative.isZero()) {
      return Structure.zeros(cotangent.shape().broadcast(derivative.shape()));
    }
    return isMasked(cotangent)
        ? Functions.select(cotangent.operand(0), scale(cotangent.operand(1), derivative), ZERO)
        : cotangent.times(derivative);
  }

  /** The sum of two contributions of the same shape. */
  public static Expr add(Expr a, Expr b) {
    if (a.isZero() || b.isZero()) {
      return a.isZero() ? b : a;
    }
    if (isMasked(a) && isMasked(b)) {
      Expr either = Functions.select(a.operand(0), Expr.literal(1), b.operand(0));
      return Functions.select(either, a.plus(b), ZERO);
    }
    return a.plus(b);
  }

  private static boolean isMasked(Expr cotangent) {
    return cotangent.primitive() instanceof Select && cotangent.operand(2).isZero();
  }

  /** Sums over the axes along which a shape was broadcast, the transpose of broadcasting. */
  static Expr sumTo(Shape target, Expr cotangent) {
    Shape shape = cotangent.shape();
    int added = shape.rank() - target.rank();
    int[] axes =
        IntStream.range(0, shape.rank())
            .filter(
                i ->
                    i < added
                        || (target.dim(i - added).equals(Dim.ONE) && !shape.dim(i).equals(Dim.ONE)))
            .toArray();
    Expr sum = axes.length == 0 ? cotangent : Functions.sum(cotangent, axes);
    int[] kept = IntStream.of(axes).filter(i -> i >= added).map(i -> i - added).toArray();
    return kept.length == 0 ? sum : Structure.insertAxes(sum, kept);
  }
}
