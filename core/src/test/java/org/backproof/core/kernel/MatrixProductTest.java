package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MatrixProductTest {
  private static final double[] TWO_BY_THREE = {1, 2, 3, 4, 5, 6};

  @Test
  void multipliesByHand() {
    double[] threeByTwo = {7, 8, 9, 10, 11, 12};
    double[] c = new double[4];
    MatrixProduct.multiply(TWO_BY_THREE, threeByTwo, c, 2, 3, 2);
    assertThat(c).containsExactly(58, 64, 139, 154);
  }

  @Test
  void multipliesByATransposeByHand() {
    double[] c = new double[4];
    MatrixProduct.multiplyTransposed(TWO_BY_THREE, TWO_BY_THREE, c, 2, 3, 2);
    assertThat(c).containsExactly(14, 32, 32, 77);
  }

  @Test
  void multipliesATransposeByHand() {
    double[] c = new double[9];
    MatrixProduct.transposedMultiply(TWO_BY_THREE, TWO_BY_THREE, c, 3, 2, 3);
    assertThat(c).containsExactly(17, 22, 27, 22, 29, 36, 27, 36, 45);
  }

  @Test
  void zeroTimesInfinityIsNotANumber() {
    double[] c = new double[1];
    MatrixProduct.multiply(
        new double[] {0, 1}, new double[] {Double.POSITIVE_INFINITY, 1}, c, 1, 2, 1);
    assertThat(c).containsExactly(Double.NaN);
  }

  @Test
  void aProductOverNoInnerIndexIsZero() {
    double[] c = {1, 2, 3, 4, 5, 6};
    MatrixProduct.multiply(new double[0], new double[0], c, 2, 0, 3);
    assertThat(c).containsExactly(0, 0, 0, 0, 0, 0);
  }

  @Test
  void refusesAnArrayOfTheWrongLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> MatrixProduct.multiply(TWO_BY_THREE, TWO_BY_THREE, new double[4], 2, 3, 3))
        .withMessage(
            "The array b must hold inner * columns = 3 * 3 = 9 doubles, but holds 6;"
                + " pass the whole matrix and nothing else.");
  }

  @Test
  void refusesSizesWhoseProductOverflows() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MatrixProduct.multiplyTransposed(
                    new double[0], new double[0], new double[0], 1 << 16, 1 << 16, 0))
        .withMessageContaining("65536 * 65536 = 4294967296 doubles");
  }

  @Test
  void refusesNegativeSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MatrixProduct.transposedMultiply(
                    new double[0], new double[0], new double[0], 0, -1, 0))
        .withMessageContaining("rows = 0, inner = -1, columns = 0");
  }

  @Test
  void refusesToOverwriteAFactor() {
    double[] square = {1, 2, 3, 4};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MatrixProduct.multiply(new double[4], square, square, 2, 2, 2))
        .withMessageContaining("the same array as the factor b");
    assertThat(square).containsExactly(1, 2, 3, 4);
  }
}
