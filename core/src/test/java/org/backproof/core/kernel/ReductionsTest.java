package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReductionsTest {
  @Test
  void sumsARowAndAColumn() {
    double[] twoByThree = {1, 2, 3, 40, 50, 60};
    assertThat(Reductions.sum(twoByThree, 3, 3, 1)).isEqualTo(150);
    assertThat(Reductions.sum(twoByThree, 1, 2, 3)).isEqualTo(52);
  }

  @Test
  void aDotProductMayRunBackwardsOrStandStill() {
    double[] x = {1, 2, 3};
    double[] y = {4, 5, 6};
    assertThat(Reductions.dot(x, 0, 1, y, 2, -1, 3)).isEqualTo(6 + 10 + 12);
    assertThat(Reductions.dot(x, 0, 1, y, 1, 0, 3)).isEqualTo(30);
  }

  @Test
  void theErrorGrowsWithTheLogarithmOfTheLength() {
    int length = 1_000_000;
    double[] x = new double[length];
    Arrays.fill(x, 0.1);
    double plain = Arrays.stream(x).reduce(0, (sum, term) -> sum + term);
    BigDecimal exact = new BigDecimal(x[0]).multiply(BigDecimal.valueOf(length));
    // depth(10^6) = 19 + 20 - 6; one addition after another errs by over 1e-6.
    new Exact.Dot(exact, exact, length).assertWithin(33, Reductions.sum(x, 0, length, 1));
    assertThat(Math.abs(plain - 100_000)).isGreaterThan(1e-6);
  }

  @Test
  void anEmptySumAndASumOfZerosArePositiveZero() {
    double[] zeros = {-0.0, -0.0};
    double[] sums = {
      Reductions.sum(zeros, 0, 0, 1),
      Reductions.sum(zeros, 0, 2, 1),
      Reductions.dot(zeros, 0, 1, new double[] {1, 1}, 0, 1, 2)
    };
    assertThat(sums).isEqualTo(new double[] {0.0, 0.0, 0.0});
  }

  @Test
  void refusesANegativeLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reductions.sum(new double[3], 0, -1, 1))
        .withMessage("The number of terms must be 0 or more, but it is -1.");
  }

  @Test
  void refusesARunThatLeavesItsArray() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Reductions.sum(new double[6], 1, 3, 3))
        .withMessage(
            "The 3 terms from x[1] on in steps of 3 end at x[7], but the array holds 6 doubles;"
                + " mend the offset, the stride or the length.");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Reductions.dot(new double[2], 0, 1, new double[2], 0, -1, 2))
        .withMessageContaining("end at y[-1]");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Reductions.sum(new double[2], 0, 1 << 20, 1 << 12));
  }
}
