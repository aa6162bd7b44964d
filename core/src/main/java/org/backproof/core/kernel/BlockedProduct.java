package org.backproof.core.kernel;

import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * {@code c = a·b} with b copied, block by block, to a panel that stays in cache.
 *
 * <p>The inner loop updates two rows of c from two rows of the panel, each row an array of its own:
 * HotSpot's C2 compiles this form to vector instructions, but not loops over one array with several
 * offsets. An entry of c is summed in the order of the inner index, whatever the blocks.
 */
final class BlockedProduct {
  /** The most rows of b in a block. */
  static final int MAX_DEPTH = 128;

  /** The most columns of b in a block, which then takes 310 KiB and stays in a level-2 cache. */
  static final int MAX_WIDTH = 310;

  private final Strided a;
  private final Strided b;
  private final Strided c;
  private final int rows;
  private final int inner;
  private final Panel panel;
  private final double[] sums0;
  private final double[] sums1;

  private BlockedProduct(Strided a, Strided b, Strided c, int rows, int inner, int width) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.rows = rows;
    this.inner = inner;
    this.panel = new Panel(Math.min(inner, MAX_DEPTH), width);
    this.sums0 = Panel.newRow(width);
    this.sums1 = Panel.newRow(width);
  }

  static void multiply(Strided a, Strided b, Strided c, int rows, int inner, int columns) {
    int blocks = IntMath.divide(columns, MAX_WIDTH, RoundingMode.CEILING);
    int width = IntMath.divide(columns, blocks, RoundingMode.CEILING);
    BlockedProduct product = new BlockedProduct(a, b, c, rows, inner, width);
    for (int column = 0; column < columns; column += width) {
      product.computeColumns(column, Math.min(width, columns - column));
    }
  }

  private void computeColumns(int column, int width) {
    for (int first = 0; first < inner; first += MAX_DEPTH) {
      int depth = Math.min(MAX_DEPTH, inner - first);
      panel.fill(b, first, depth, column, width);
      for (int row = 0; row < rows; row += 2) {
        // The last of an odd number of rows is its own partner; it is then computed twice.
        addPanel(row, Math.min(row + 1, rows - 1), first, depth, column, width);
      }
    }
  }

  /** Adds to two rows of c the products with the panel, which holds b from row {@code first} on. */
  private void addPanel(int row0, int row1, int first, int depth, int column, int width) {
    if (first == 0) {
      Arrays.fill(sums0, 0, width, 0.0);
      Arrays.fill(sums1, 0, width, 0.0);
    } else {
      c.readRow(row0, column, width, sums0);
      c.readRow(row1, column, width, sums1);
    }
    double[] factors = a.data();
    int step = a.columnStride();
    int at0 = a.index(row0, first);
    int at1 = a.index(row1, first);
    for (int k = 0; k < depth; k += 2) {
      // After an odd depth comes a row of zeros; a sum from +0 is never -0, so 0 * 0 alters no bit.
      boolean isPair = k + 1 < depth;
      double a00 = factors[at0];
      double a01 = isPair ? factors[at0 + step] : 0.0;
      double a10 = factors[at1];
      double a11 = isPair ? factors[at1 + step] : 0.0;
      addProducts(sums0, sums1, panel.row(k), panel.row(k + 1), a00, a01, a10, a11, width);
      at0 += 2 * step;
      at1 += 2 * step;
    }
    c.writeRow(row0, column, width, sums0);
    c.writeRow(row1, column, width, sums1);
  }

  private static void addProducts(
      double[] sums0,
      double[] sums1,
      double[] b0,
      double[] b1,
      double a00,
      double a01,
      double a10,
      double a11,
      int width) {
    for (int j = 0; j < width; j++) {
      double x0 = b0[j];
      double x1 = b1[j];
      sums0[j] = (sums0[j] + a00 * x0) + a01 * x1;
      sums1[j] = (sums1[j] + a10 * x0) + a11 * x1;
    }
  }
}
