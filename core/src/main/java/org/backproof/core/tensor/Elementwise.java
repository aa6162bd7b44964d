package org.backproof.core.tensor;

import java.util.function.DoubleBinaryOperator;

/**
 * Entry by entry on doubles, with NumPy's broadcasting and a plain inner loop for each common case.
 */
final class Elementwise {
  private Elementwise() {}

  static Tensor zip(Tensor a, Tensor b, DoubleBinaryOperator function) {
    int[] sizes = Layout.broadcast(a.rawSizes(), b.rawSizes());
    double[] result = new double[Layout.length(sizes)];
    if (a.length() == result.length && b.length() == result.length) {
      run(function, a.data(), 0, 1, b.data(), 0, 1, result, 0, result.length);
    } else if (a.length() == 1 || b.length() == 1) {
      int strideA = a.length() == 1 ? 0 : 1;
      run(function, a.data(), 0, strideA, b.data(), 0, 1 - strideA, result, 0, result.length);
    } else {
      int[] stridesA = Layout.broadcastStrides(a.rawSizes(), sizes);
      int[] stridesB = Layout.broadcastStrides(b.rawSizes(), sizes);
      int last = sizes.length - 1;
      StridedWalk.runs(
          sizes,
          new int[3],
          new int[][] {stridesA, stridesB, Layout.strides(sizes)},
          at ->
              run(
                  function,
                  a.data(),
                  at[0],
                  stridesA[last],
                  b.data(),
                  at[1],
                  stridesB[last],
                  result,
                  at[2],
                  sizes[last]));
    }
    return Tensor.wrap(sizes, result);
  }

  private static void run(
      DoubleBinaryOperator function,
      double[] a,
      int offsetA,
      int strideA,
      double[] b,
      int offsetB,
      int strideB,
      double[] result,
      int offset,
      int length) {
    for (int i = 0; i < length; i++) {
      result[offset + i] =
          function.applyAsDouble(a[offsetA + i * strideA], b[offsetB + i * strideB]);
    }
  }
}
