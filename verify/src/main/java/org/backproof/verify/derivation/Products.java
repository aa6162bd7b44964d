package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.backproof.core.shape.Dim;
import org.backproof.verify.notation.Node;

/** Matrix products and what else is a contraction of own axes. */
final class Products {
  private Products() {}

  /** NumPy's product of matrices and vectors; of {@code hess(J, x) @ v} the product along v. */
  static Value matmul(Lowering lowering, Node.Binary node, Scope scope) {
    if (node.left() instanceof Node.Call && ((Node.Call) node.left()).function().equals("hess")) {
      return Derivatives.hessianProduct(lowering, (Node.Call) node.left(), node.right(), scope);
    }
    Value left = lowering.value(node.left(), scope);
    Value right = lowering.value(node.right(), scope);
    requireFactors(lowering, node, left, right);
    int[] first = left.rank() == 2 ? new int[] {0, 1} : new int[] {1};
    int[] second = right.rank() == 2 ? new int[] {1, 2} : new int[] {1};
    int[] result =
        IntStream.of(0, 2)
            .filter(label -> label == 0 ? left.rank() == 2 : right.rank() == 2)
            .toArray();
    return Alignment.contract(
        ImmutableList.of(left, right), ImmutableList.of(first, second), result, ImmutableList.of());
  }

  private static void requireFactors(Lowering lowering, Node.Binary node, Value left, Value right) {
    String both =
        lowering.describe(node.left(), left) + " and " + lowering.describe(node.right(), right);
    if (left.rank() < 1 || left.rank() > 2 || right.rank() < 1 || right.rank() > 2) {
      throw Fault.ofShapes(
          node.sign(),
          "'@' multiplies matrices and vectors, not " + both + scalarHint(left, right));
    }
    Dim columns = left.shape().dim(-1);
    Dim rows = right.shape().dim(0);
    if (!columns.equals(rows)) {
      throw Fault.ofShapes(
          node.sign(),
          "'@' cannot multiply "
              + both
              + ", since the columns of the first, "
              + columns
              + ", are not the rows of the second, "
              + rows
              + transposeHint(lowering, node, left, right));
    }
  }

  private static String scalarHint(Value left, Value right) {
    return left.rank() == 0 || right.rank() == 0 ? "; a number multiplies with *" : "";
  }

  private static String transposeHint(
      Lowering lowering, Node.Binary node, Value left, Value right) {
    if (right.rank() == 2 && right.shape().dim(1).equals(left.shape().dim(-1))) {
      return "; the transpose of " + lowering.quote(node.right().span()) + " would fit";
    }
    boolean fitsLeft = left.rank() == 2 && left.shape().dim(0).equals(right.shape().dim(0));
    return fitsLeft
        ? "; the transpose of " + lowering.quote(node.left().span()) + " would fit"
        : "";
  }

  /** The own axes in reverse order. */
  static Value transpose(Value a) {
    int rank = a.rank();
    if (rank < 2) {
      return a;
    }
    int[] axes = IntStream.range(0, rank).toArray();
    int[] reversed = IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
    return contract(a, axes, reversed);
  }

  /** A contraction of one value's own axes. */
  static Value contract(Value a, int[] axes, int[] result) {
    return Alignment.contract(
        ImmutableList.of(a), ImmutableList.of(axes), result, ImmutableList.of());
  }
}
