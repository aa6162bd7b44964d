package org.backproof.core.kernel;

/**
 * A matrix over an array: entry {@code (i, j)} is {@code data[i * rowStride + j * columnStride]}.
 * One of the strides is 1.
 */
final class Strided {
  private final double[] data;
  private final int rowStride;
  private final int columnStride;

  private Strided(double[] data, int rowStride, int columnStride) {
    this.data = data;
    this.rowStride = rowStride;
    this.columnStride = columnStride;
  }

  /** A dense matrix, row by row. */
  static Strided rowMajor(double[] data, int columns) {
    return new Strided(data, columns, 1);
  }

  double[] data() {
    return data;
  }

  int rowStride() {
    return rowStride;
  }

  int columnStride() {
    return columnStride;
  }

  /** The transpose, over the same array. */
  Strided transposed() {
    return new Strided(data, columnStride, rowStride);
  }

  /** The place of entry {@code (row, column)} in the array. */
  int index(int row, int column) {
    return row * rowStride + column * columnStride;
  }

  /** Copies {@code width} entries of a row, from a column on, to the start of {@code target}. */
  void readRow(int row, int column, int width, double[] target) {
    int start = index(row, column);
    if (columnStride == 1) {
      System.arraycopy(data, start, target, 0, width);
    } else {
      for (int j = 0; j < width; j++) {
        target[j] = data[start + j * columnStride];
      }
    }
  }

  /** Copies the first {@code width} entries of {@code source} to a row, from a column on. */
  void writeRow(int row, int column, int width, double[] source) {
    int start = index(row, column);
    if (columnStride == 1) {
      System.arraycopy(source, 0, data, start, width);
    } else {
      for (int j = 0; j < width; j++) {
        data[start + j * columnStride] = source[j];
      }
    }
  }
}
