package org.backproof.core.kernel;

/**
 * {@code c = a·b} without copies, for matrices too small to repay them. Four neighbouring entries
 * of c are summed side by side, since the next addition to one entry has to wait for the last.
 */
final class DirectProduct {
  private DirectProduct() {}

  static void multiply(Strided a, Strided b, Strided c, int rows, int inner, int columns) {
    int fours = columns - columns % 4;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < fours; j += 4) {
        setFour(a, b, c, i, j, inner);
      }
      for (int j = fours; j < columns; j++) {
        setOne(a, b, c, i, j, inner);
      }
    }
  }

  private static void setFour(Strided a, Strided b, Strided c, int i, int j, int inner) {
    double[] left = a.data();
    double[] right = b.data();
    int leftStep = a.columnStride();
    int rightStep = b.rowStride();
    int across = b.columnStride();
    int atLeft = a.index(i, 0);
    int atRight = b.index(0, j);
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int k = 0; k < inner; k++) {
      double x = left[atLeft];
      sum0 += x * right[atRight];
      sum1 += x * right[atRight + across];
      sum2 += x * right[atRight + 2 * across];
      sum3 += x * right[atRight + 3 * across];
      atLeft += leftStep;
      atRight += rightStep;
    }
    double[] sums = c.data();
    sums[c.index(i, j)] = sum0;
    sums[c.index(i, j + 1)] = sum1;
    sums[c.index(i, j + 2)] = sum2;
    sums[c.index(i, j + 3)] = sum3;
  }

  private static void setOne(Strided a, Strided b, Strided c, int i, int j, int inner) {
    double sum = 0;
    for (int k = 0; k < inner; k++) {
      sum += a.data()[a.index(i, k)] * b.data()[b.index(k, j)];
    }
    c.data()[c.index(i, j)] = sum;
  }
}
