package org.backproof.core.kernel;

import java.util.Arrays;

/** A block of a matrix, copied so that each row is an array of its own. */
final class Panel {
  /** Columns that are read together when entries of a row lie apart in the matrix. */
  private static final int TILE = 8;

  private final double[][] rows;

  /** A panel for blocks of up to the given size, with a row to spare where the depth is odd. */
  Panel(int depth, int width) {
    rows = new double[depth + depth % 2][];
    Arrays.setAll(rows, k -> newRow(width));
  }

  /**
   * An array for {@code width} doubles that fills whole cache lines, its header of 16 bytes
   * included. Arrays allocated one after another are then aligned alike, which makes loops over
   * several of them a quarter faster.
   */
  static double[] newRow(int width) {
    return new double[(width + 2 + 7) / 8 * 8 - 2];
  }

  double[] row(int k) {
    return rows[k];
  }

  /**
   * Copies the block of {@code depth x width} entries whose first is {@code (first, column)}. Where
   * the depth is odd a row of zeros follows it.
   */
  void fill(Strided matrix, int first, int depth, int column, int width) {
    if (matrix.columnStride() == 1) {
      for (int k = 0; k < depth; k++) {
        matrix.readRow(first + k, column, width, rows[k]);
      }
    } else {
      gather(matrix, first, depth, column, width);
    }
    if (depth % 2 == 1) {
      Arrays.fill(rows[depth], 0.0);
    }
  }

  private void gather(Strided matrix, int first, int depth, int column, int width) {
    int tiled = width - width % TILE;
    for (int j = 0; j < tiled; j += TILE) {
      gatherTile(matrix, first, depth, column, j);
    }
    for (int j = tiled; j < width; j++) {
      for (int k = 0; k < depth; k++) {
        rows[k][j] = matrix.data()[matrix.index(first + k, column + j)];
      }
    }
  }

  private void gatherTile(Strided matrix, int first, int depth, int column, int j) {
    double[] data = matrix.data();
    int step = matrix.columnStride();
    int at = matrix.index(first, column + j);
    for (int k = 0; k < depth; k++) {
      double[] row = rows[k];
      row[j] = data[at];
      row[j + 1] = data[at + step];
      row[j + 2] = data[at + 2 * step];
      row[j + 3] = data[at + 3 * step];
      row[j + 4] = data[at + 4 * step];
      row[j + 5] = data[at + 5 * step];
      row[j + 6] = data[at + 6 * step];
      row[j + 7] = data[at + 7 * step];
      at += matrix.rowStride();
    }
  }
}
