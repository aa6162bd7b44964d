package org.backproof.core.kernel;

/**
 * Sums and dot products of strided runs of doubles, by pairwise summation.
 *
 * <p>The terms are added in blocks of 64 by four interleaved partial sums, and the sums of the
 * blocks by a balanced binary tree. A term thus takes part in at most {@code depth(n) = min(n - 1,
 * 19) + max(0, ceil(log2(n)) - 6)} rounded additions where there are n terms, and
 *
 * <ul>
 *   <li>{@code |sum - exact| <= gamma(depth(n)) * (|x1| + ... + |xn|)}
 *   <li>{@code |dot - exact| <= gamma(depth(n) + 1) * (|x1*y1| + ... + |xn*yn|)}, plus {@code n *
 *       2^-1075 * (1 + gamma(depth(n)))} for products that underflow
 * </ul>
 *
 * <p>where no partial sum overflows (Higham 2002, section 4.2). A NaN among the terms, or
 * infinities of both signs, give NaN; an infinity of one sign gives itself. Where a partial sum of
 * finite terms overflows, the result may be an infinity or NaN. An empty sum, and a sum of zeros,
 * is +0.
 */
public final class Reductions {
  private static final int BLOCK = 64;

  private static final double[] ONE = {1.0};

  private Reductions() {}

  /**
   * The sum of {@code x[offset]}, {@code x[offset + stride]}, and so on, {@code length} terms in
   * all.
   *
   * @param stride the distance from a term to the next, of any sign; 0 repeats one term
   * @throws IllegalArgumentException if {@code length} is negative
   * @throws IndexOutOfBoundsException if a term lies outside the array
   */
  public static double sum(double[] x, int offset, int length, int stride) {
    // A product with 1 is exact, so a sum is a dot product with ones.
    return dot(x, offset, stride, ONE, 0, 0, length);
  }

  /**
   * The dot product of two strided runs, the sum over i of {@code x[xOffset + i * xStride] *
   * y[yOffset + i * yStride]} for i from 0 to {@code length - 1}.
   *
   * @throws IllegalArgumentException if {@code length} is negative
   * @throws IndexOutOfBoundsException if a term lies outside its array
   */
  public static double dot(
      double[] x, int xOffset, int xStride, double[] y, int yOffset, int yStride, int length) {
    if (length < 0) {
      throw new IllegalArgumentException(
          "The number of terms must be 0 or more, but it is " + length + ".");
    }
    if (length == 0) {
      return 0.0;
    }
    checkRun("x", x, xOffset, xStride, length);
    checkRun("y", y, yOffset, yStride, length);
    return pairwise(x, xOffset, xStride, y, yOffset, yStride, length);
  }

  private static double pairwise(
      double[] x, int xAt, int xStep, double[] y, int yAt, int yStep, int length) {
    if (length <= BLOCK) {
      return block(x, xAt, xStep, y, yAt, yStep, length);
    }
    // The largest power of two below length: the left tree is full, the right one no deeper.
    int left = Integer.highestOneBit(length - 1);
    return pairwise(x, xAt, xStep, y, yAt, yStep, left)
        + pairwise(x, xAt + left * xStep, xStep, y, yAt + left * yStep, yStep, length - left);
  }

  private static double block(
      double[] x, int xAt, int xStep, double[] y, int yAt, int yStep, int length) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = xAt;
    int j = yAt;
    for (int fours = length / 4; fours > 0; fours--) {
      sum0 += x[i] * y[j];
      sum1 += x[i + xStep] * y[j + yStep];
      sum2 += x[i + 2 * xStep] * y[j + 2 * yStep];
      sum3 += x[i + 3 * xStep] * y[j + 3 * yStep];
      i += 4 * xStep;
      j += 4 * yStep;
    }
    double sum = (sum0 + sum1) + (sum2 + sum3);
    for (int rest = length % 4; rest > 0; rest--) {
      sum += x[i] * y[j];
      i += xStep;
      j += yStep;
    }
    return sum;
  }

  private static void checkRun(String name, double[] array, int offset, int stride, int length) {
    long last = offset + (length - 1L) * stride;
    if (offset < 0 || offset >= array.length || last < 0 || last >= array.length) {
      throw new IndexOutOfBoundsException(
          String.format(
              "The %d terms from %s[%d] on in steps of %d end at %s[%d], but the array holds %d doubles;"
                  + " mend the offset, the stride or the length.",
              length, name, offset, stride, name, last, array.length));
    }
  }
}
