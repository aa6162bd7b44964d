package org.backproof.core.kernel;

/**
 * Products of dense matrices, given row by row, with or without one factor transposed.
 *
 * <p>Each entry of the result is {@code ((0 + p1) + p2) + ...} over its products in the order of
 * the inner index, as the plain triple loop computes it: whatever the sizes, the two agree bit for
 * bit (any NaN counting as any other). Hence {@code |computed - exact| <= gamma(inner) * (|a|·|b|)}
 * in each entry where nothing over- or underflows (Higham 2002, section 3.5), plus {@code inner *
 * 2^-1075 * (1 + gamma(inner))} for products that underflow.
 *
 * <p>With {@code inner} of 0 the result is all zeros. The array for the result must not be one of
 * the factors, and each array must have the very length that its sizes ask for.
 */
public final class MatrixProduct {
  /** Below this many products copying costs more than it gains. */
  private static final long MIN_BLOCKED_PRODUCTS = 8192;

  /** Below this many columns, rows are too short for vector instructions. */
  private static final int MIN_BLOCKED_COLUMNS = 16;

  /** With rows shorter than this, c is computed as its transpose where that has longer ones. */
  private static final int SHORT_ROW = 64;

  private MatrixProduct() {}

  /**
   * Sets {@code c = a·b}.
   *
   * @param a the left factor, {@code rows x inner}
   * @param b the right factor, {@code inner x columns}
   * @param c the product, {@code rows x columns}
   * @throws IllegalArgumentException if a size is negative, if an array is not of the length that
   *     the sizes ask for, or if {@code c} is also a factor
   */
  public static void multiply(
      double[] a, double[] b, double[] c, int rows, int inner, int columns) {
    check(a, b, c, rows, inner, columns);
    multiply(
        Strided.rowMajor(a, inner),
        Strided.rowMajor(b, columns),
        Strided.rowMajor(c, columns),
        rows,
        inner,
        columns);
  }

  /**
   * Sets {@code c = a·bᵀ}.
   *
   * @param a the left factor, {@code rows x inner}
   * @param b the right factor before it is transposed, {@code columns x inner}
   * @param c the product, {@code rows x columns}
   * @throws IllegalArgumentException as in {@link #multiply}
   */
  public static void multiplyTransposed(
      double[] a, double[] b, double[] c, int rows, int inner, int columns) {
    check(a, b, c, rows, inner, columns);
    multiply(
        Strided.rowMajor(a, inner),
        Strided.rowMajor(b, inner).transposed(),
        Strided.rowMajor(c, columns),
        rows,
        inner,
        columns);
  }

  /**
   * Sets {@code c = aᵀ·b}.
   *
   * @param a the left factor before it is transposed, {@code inner x rows}
   * @param b the right factor, {@code inner x columns}
   * @param c the product, {@code rows x columns}
   * @throws IllegalArgumentException as in {@link #multiply}
   */
  public static void transposedMultiply(
      double[] a, double[] b, double[] c, int rows, int inner, int columns) {
    check(a, b, c, rows, inner, columns);
    multiply(
        Strided.rowMajor(a, rows).transposed(),
        Strided.rowMajor(b, columns),
        Strided.rowMajor(c, columns),
        rows,
        inner,
        columns);
  }

  private static void multiply(Strided a, Strided b, Strided c, int rows, int inner, int columns) {
    if (columns < SHORT_ROW && rows > columns) {
      compute(b.transposed(), a.transposed(), c.transposed(), columns, inner, rows);
    } else {
      compute(a, b, c, rows, inner, columns);
    }
  }

  private static void compute(Strided a, Strided b, Strided c, int rows, int inner, int columns) {
    if (repaysCopying(b, rows, inner, columns)) {
      BlockedProduct.multiply(a, b, c, rows, inner, columns);
    } else {
      DirectProduct.multiply(a, b, c, rows, inner, columns);
    }
  }

  /** Whether a copy of b makes the product faster; the thresholds were measured. */
  private static boolean repaysCopying(Strided b, int rows, int inner, int columns) {
    if (columns < MIN_BLOCKED_COLUMNS) {
      return false;
    }
    long products = (long) rows * inner * columns;
    // With few rows an entry of b is used little, so that only a poor order of access repays it.
    return rows >= 4
        ? products >= MIN_BLOCKED_PRODUCTS
        : b.columnStride() == 1 && products >= 8 * MIN_BLOCKED_PRODUCTS;
  }

  private static void check(double[] a, double[] b, double[] c, int rows, int inner, int columns) {
    if (rows < 0 || inner < 0 || columns < 0) {
      throw new IllegalArgumentException(
          String.format(
              "The sizes of a matrix product must be 0 or more, but they are rows = %d, inner = %d,"
                  + " columns = %d.",
              rows, inner, columns));
    }
    checkLength("a", "rows * inner", a, rows, inner);
    checkLength("b", "inner * columns", b, inner, columns);
    checkLength("c", "rows * columns", c, rows, columns);
    if (c == a || c == b) {
      throw new IllegalArgumentException(
          String.format(
              "The result c is the same array as the factor %s, which is read while c is written;"
                  + " pass another array for c.",
              c == a ? "a" : "b"));
    }
  }

  private static void checkLength(String name, String rule, double[] array, int size0, int size1) {
    if (array.length != (long) size0 * size1) {
      throw new IllegalArgumentException(
          String.format(
              "The array %s must hold %s = %d * %d = %d doubles, but holds %d;"
                  + " pass the whole matrix and nothing else.",
              name, rule, size0, size1, (long) size0 * size1, array.length));
    }
  }
}
