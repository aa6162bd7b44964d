package org.backproof.core.tensor;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import org.backproof.core.kernel.MatrixProduct;
import org.backproof.core.kernel.Reductions;

/**
 * A contraction of doubles. What is summed over in one operand alone is summed first, pairwise;
 * what is summed over in both becomes a matrix product; the rest moves entries.
 */
final class DoubleContraction {
  private static final DoubleAlgebra ALGEBRA = DoubleAlgebra.INSTANCE;

  private final ContractionPattern pattern;
  private final LabelSizes sizes;

  DoubleContraction(ContractionPattern pattern, LabelSizes sizes) {
    this.pattern = pattern;
    this.sizes = sizes;
  }

  Tensor apply(List<Tensor> operands) {
    ImmutableIntArray left = pattern.operands().get(0);
    if (operands.size() == 1) {
      int[] kept = sizes.labels(label -> left.contains(label) && !pattern.isSummed(label));
      return place(reduce(operands.get(0), left, kept), kept);
    }
    ImmutableIntArray right = pattern.operands().get(1);
    int[] both = sizes.labels(label -> left.contains(label) && right.contains(label));
    int[] batch = Arrays.stream(both).filter(label -> !pattern.isSummed(label)).toArray();
    int[] summed = Arrays.stream(both).filter(pattern::isSummed).toArray();
    int[] rows =
        sizes.labels(
            label -> left.contains(label) && !right.contains(label) && !pattern.isSummed(label));
    int[] columns =
        sizes.labels(
            label -> right.contains(label) && !left.contains(label) && !pattern.isSummed(label));
    Tensor a = reduce(operands.get(0), left, Ints.concat(batch, rows, summed));
    Tensor b = reduce(operands.get(1), right, Ints.concat(batch, columns, summed));
    return place(products(a, b, batch, rows, columns, summed), Ints.concat(batch, rows, columns));
  }

  /** An operand as a dense array over the given labels, summed over its others. */
  private Tensor reduce(Tensor operand, ImmutableIntArray labels, int[] kept) {
    int[] others = sizes.labels(label -> labels.contains(label) && Ints.indexOf(kept, label) < 0);
    Tensor ordered = reorder(operand, labels, Ints.concat(kept, others));
    if (others.length == 0) {
      return ordered;
    }
    int run = Layout.length(sizes.sizes(others));
    double[] sums = new double[Layout.length(sizes.sizes(kept))];
    Arrays.setAll(sums, i -> Reductions.sum(ordered.data(), i * run, run, 1));
    return Tensor.wrap(sizes.sizes(kept), sums);
  }

  private Tensor reorder(Tensor operand, ImmutableIntArray labels, int[] order) {
    return Arrays.equals(labels.toArray(), order)
        ? operand
        : ALGEBRA.view(operand, 0, sizes.strides(labels, order), sizes.sizes(order));
  }

  /**
   * For each assignment of the batch labels the product of rows x summed and the transpose of
   * columns x summed.
   */
  private Tensor products(
      Tensor a, Tensor b, int[] batch, int[] rows, int[] columns, int[] summed) {
    int count = Layout.length(sizes.sizes(batch));
    int m = Layout.length(sizes.sizes(rows));
    int n = Layout.length(sizes.sizes(columns));
    int inner = Layout.length(sizes.sizes(summed));
    double[] result = new double[Layout.length(count, m, n)];
    if (count == 1) {
      MatrixProduct.multiplyTransposed(a.data(), b.data(), result, m, inner, n);
    } else {
      for (int k = 0; k < count; k++) {
        product(a.data(), k * m * inner, b.data(), k * n * inner, result, k * m * n, m, inner, n);
      }
    }
    return Tensor.wrap(sizes.sizes(Ints.concat(batch, rows, columns)), result);
  }

  private static void product(
      double[] a,
      int offsetA,
      double[] b,
      int offsetB,
      double[] result,
      int offset,
      int m,
      int inner,
      int n) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          sum += a[offsetA + i * inner + k] * b[offsetB + j * inner + k];
        }
        result[offset + i * n + j] = sum;
      }
    }
  }

  /**
   * Puts an array over the given labels where the result has them: in its order, spread over free
   * labels, on diagonals.
   */
  private Tensor place(Tensor value, int[] labels) {
    int[] resultLabels = pattern.result().toArray();
    if (Arrays.equals(labels, resultLabels)) {
      return value;
    }
    int[] resultSizes = sizes.resultSizes();
    double[] result = new double[Layout.length(resultSizes)];
    int[] walked = sizes.labels(label -> !pattern.isSummed(label));
    int[] walkedSizes = Arrays.copyOf(sizes.sizes(walked), Math.max(walked.length, 1));
    if (walked.length == 0) {
      walkedSizes[0] = 1;
    }
    int last = walkedSizes.length - 1;
    int[] from =
        Arrays.copyOf(sizes.strides(ImmutableIntArray.copyOf(labels), walked), walkedSizes.length);
    int[] to = Arrays.copyOf(sizes.strides(pattern.result(), walked), walkedSizes.length);
    StridedWalk.runs(
        walkedSizes,
        new int[2],
        new int[][] {from, to},
        at ->
            ALGEBRA.copy(
                value.data(), at[0], from[last], result, at[1], to[last], walkedSizes[last]));
    return Tensor.wrap(resultSizes, result);
  }
}
