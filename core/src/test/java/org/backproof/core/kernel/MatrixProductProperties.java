package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MatrixProductProperties {
  /** The three products, each called so that it computes {@code left·right}. */
  enum Form {
    PLAIN {
      @Override
      void multiply(double[] left, double[] right, double[] c, int rows, int inner, int columns) {
        MatrixProduct.multiply(left, right, c, rows, inner, columns);
      }
    },
    RIGHT_TRANSPOSED {
      @Override
      void multiply(double[] left, double[] right, double[] c, int rows, int inner, int columns) {
        double[] transposed = transpose(right, inner, columns);
        MatrixProduct.multiplyTransposed(left, transposed, c, rows, inner, columns);
      }
    },
    LEFT_TRANSPOSED {
      @Override
      void multiply(double[] left, double[] right, double[] c, int rows, int inner, int columns) {
        double[] transposed = transpose(left, rows, inner);
        MatrixProduct.transposedMultiply(transposed, right, c, rows, inner, columns);
      }
    };

    abstract void multiply(
        double[] left, double[] right, double[] c, int rows, int inner, int columns);

    /** The product of two row-major matrices, over an array that held something else before. */
    double[] product(double[] left, double[] right, int rows, int inner, int columns) {
      double[] c = new double[rows * columns];
      Arrays.fill(c, 17.0);
      multiply(left, right, c, rows, inner, columns);
      return c;
    }
  }

  @Property
  void everyFormIsThePlainTripleLoopBitForBit(
      @ForAll Form form,
      @ForAll Values values,
      @ForAll @IntRange(max = 40) int rows,
      @ForAll @IntRange(max = 40) int inner,
      @ForAll @IntRange(max = 40) int columns,
      @ForAll long seed) {
    assertIsTripleLoop(form, values, rows, inner, columns, seed);
  }

  @Property(tries = 200)
  void soItIsAcrossTheBordersOfBlocks(
      @ForAll Form form,
      @ForAll Values values,
      @ForAll @IntRange(min = 1, max = 9) int few,
      @ForAll("nearMultiplesOfDepth") int inner,
      @ForAll("nearMultiplesOfWidth") int many,
      @ForAll boolean tall,
      @ForAll long seed) {
    assertIsTripleLoop(form, values, tall ? many : few, inner, tall ? few : many, seed);
  }

  @Provide
  Arbitrary<Integer> nearMultiplesOfDepth() {
    return nearMultiplesOf(BlockedProduct.MAX_DEPTH);
  }

  @Provide
  Arbitrary<Integer> nearMultiplesOfWidth() {
    return nearMultiplesOf(BlockedProduct.MAX_WIDTH);
  }

  private static Arbitrary<Integer> nearMultiplesOf(int block) {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 30),
        Arbitraries.integers().between(block - 9, block + 9),
        Arbitraries.integers().between(2 * block - 2, 2 * block + 2));
  }

  private static void assertIsTripleLoop(
      Form form, Values values, int rows, int inner, int columns, long seed) {
    Random random = new Random(seed);
    double[] left = values.array(random, rows * inner);
    double[] right = values.array(random, inner * columns);
    double[] expected = tripleLoop(left, right, rows, inner, columns);
    assertThat(form.product(left, right, rows, inner, columns)).isEqualTo(expected);
  }

  @Property(tries = 200)
  void productsOfSmallIntegersAreExact(
      @ForAll Form form,
      @ForAll @IntRange(max = 30) int rows,
      @ForAll @IntRange(max = 300) int inner,
      @ForAll @IntRange(max = 30) int columns,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] left = Values.SMALL_INTEGERS.array(random, rows * inner);
    double[] right = Values.SMALL_INTEGERS.array(random, inner * columns);
    double[] c = form.product(left, right, rows, inner, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        long exact = 0;
        for (int k = 0; k < inner; k++) {
          long x = (long) left[i * inner + k];
          long y = (long) right[k * columns + j];
          exact += x * y;
        }
        assertThat(c[i * columns + j]).as("entry (%d, %d)", i, j).isEqualTo((double) exact);
      }
    }
  }

  @Property(tries = 60)
  void entriesAreWithinTheStatedBoundOfTheExactOnes(
      @ForAll Form form,
      @ForAll boolean wide,
      @ForAll @IntRange(min = 1, max = 6) int rows,
      @ForAll @IntRange(max = 60) int inner,
      @ForAll @IntRange(min = 1, max = 20) int columns,
      @ForAll long seed) {
    Random random = new Random(seed);
    Values values = wide ? Values.WIDE : Values.MODERATE;
    double[] left = values.array(random, rows * inner);
    double[] right = values.array(random, inner * columns);
    double[] c = form.product(left, right, rows, inner, columns);
    double[] rightColumns = transpose(right, inner, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double[] row = Arrays.copyOfRange(left, i * inner, (i + 1) * inner);
        double[] column = Arrays.copyOfRange(rightColumns, j * inner, (j + 1) * inner);
        Exact.Dot.of(row, column).assertWithin(inner, c[i * columns + j]);
      }
    }
  }

  @Property(tries = 100)
  void factorsStayAsTheyAre(
      @ForAll @IntRange(max = 40) int rows,
      @ForAll @IntRange(max = 40) int inner,
      @ForAll @IntRange(max = 40) int columns,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] a = Values.MODERATE.array(random, rows * inner);
    double[] b = Values.MODERATE.array(random, inner * columns);
    double[] aBefore = a.clone();
    double[] bBefore = b.clone();
    double[] c = new double[rows * columns];
    MatrixProduct.multiply(a, b, c, rows, inner, columns);
    MatrixProduct.multiplyTransposed(a, b, c, rows, inner, columns);
    MatrixProduct.transposedMultiply(a, b, c, rows, inner, columns);
    assertThat(a).isEqualTo(aBefore);
    assertThat(b).isEqualTo(bBefore);
  }

  private static double[] tripleLoop(
      double[] left, double[] right, int rows, int inner, int columns) {
    double[] c = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          sum += left[i * inner + k] * right[k * columns + j];
        }
        c[i * columns + j] = sum;
      }
    }
    return c;
  }

  private static double[] transpose(double[] matrix, int rows, int columns) {
    double[] transposed = new double[matrix.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        transposed[j * rows + i] = matrix[i * columns + j];
      }
    }
    return transposed;
  }
}
