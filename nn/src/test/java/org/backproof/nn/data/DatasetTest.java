package org.backproof.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.backproof.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
  private static final Tensor EXAMPLES = Tensor.matrix(new double[][] {{1, 2}, {3, 4}, {5, 6}});
  private static final Dataset DATASET = Dataset.of(EXAMPLES, new int[] {2, 0, 3}, 4);

  @Test
  void knowsItsSizes() {
    assertThat(DATASET.size()).isEqualTo(3);
    assertThat(DATASET.features()).isEqualTo(2);
    assertThat(DATASET.classes()).isEqualTo(4);
    assertThat(DATASET.examples()).isEqualTo(EXAMPLES);
    assertThat(DATASET.labels()).isEqualTo(ImmutableIntArray.of(2, 0, 3));
    assertThat(DATASET).hasToString("3 examples of 2 entries in 4 classes");
  }

  @Test
  void keepsItsOwnLabels() {
    int[] labels = {2, 0, 3};
    Dataset dataset = Dataset.of(EXAMPLES, labels, 4);
    labels[0] = 1;
    assertThat(dataset).isEqualTo(DATASET).hasSameHashCodeAs(DATASET);
  }

  @Test
  void differsByExamplesLabelsAndClasses() {
    assertThat(DATASET)
        .isNotEqualTo(Dataset.of(Tensor.zeros(3, 2), new int[] {2, 0, 3}, 4))
        .isNotEqualTo(Dataset.of(EXAMPLES, new int[] {2, 0, 1}, 4))
        .isNotEqualTo(Dataset.of(EXAMPLES, new int[] {2, 0, 3}, 5));
  }

  @Test
  void hasOneTargetForEachExample() {
    assertThat(DATASET.oneHot())
        .isEqualTo(Tensor.matrix(new double[][] {{0, 0, 1, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}}));
  }

  @Test
  void choosesRowsInTheGivenOrder() {
    assertThat(DATASET.subset(2, 0, 2))
        .isEqualTo(
            Dataset.of(
                Tensor.matrix(new double[][] {{5, 6}, {1, 2}, {5, 6}}), new int[] {3, 2, 3}, 4));
  }

  @Test
  void refusesRowsThatAreNotThere() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> DATASET.subset(0, 3))
        .withMessage("row (3) must be less than size (3)");
    assertThatIllegalArgumentException()
        .isThrownBy(DATASET::subset)
        .withMessage("A data set has at least 1 example, but no row was chosen");
  }

  /** The rows were computed by another implementation of SplitMix64. */
  @Test
  void drawsTheSameRowsForASeedOnEveryMachine() {
    Dataset rows = Dataset.of(Tensor.of(iota(10), 10, 1), new int[10], 1);
    assertThat(rows.sample(10, 0).examples().toArray())
        .containsExactly(8, 5, 1, 0, 2, 6, 9, 7, 4, 3);
    assertThat(rows.sample(4, 42).examples().toArray()).containsExactly(1, 7, 4, 2);
  }

  private static double[] iota(int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> i);
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4})
  void refusesSamplesThatCannotBeDrawn(int count) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATASET.sample(count, 1))
        .withMessage(
            "A sample of %s examples cannot be drawn from 3; it must be 1 to 3".formatted(count));
  }

  @Test
  void canBelongToMoreClasses() {
    assertThat(DATASET.withClasses(10).oneHot().sizes()).containsExactly(3, 10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DATASET.withClasses(2))
        .withMessage(
            "The class of example 0 (counted from 0) is 2, which is not one of the 2 classes 0 to"
                + " 1");
  }

  @Test
  void refusesLabelsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(EXAMPLES, new int[] {0, -1, 0}, 4))
        .withMessageContaining("The class of example 1 (counted from 0) is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(EXAMPLES, new int[] {0, 0, 4}, 4))
        .withMessageContaining("is 4, which is not one of the 4 classes 0 to 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(EXAMPLES, new int[] {0, 0, 0}, 0))
        .withMessage("There must be at least 1 class, not 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesEntriesThatAreNotFinite(double entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Dataset.of(Tensor.matrix(new double[][] {{1, 2}, {3, entry}}), new int[2], 1))
        .withMessage(
            "The entry in row 1, column 1 of the examples (counted from 0) is %s; it must be finite"
                .formatted(entry));
  }

  @Test
  void refusesSizesThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(EXAMPLES, new int[2], 1))
        .withMessage("There are 3 examples but 2 labels; each example needs one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(Tensor.zeros(0, 2), new int[0], 1))
        .withMessageStartingWith("Examples must be a matrix of at least 1 x 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(Tensor.vector(1, 2), new int[2], 1))
        .withMessageStartingWith("Examples must be a matrix of at least 1 x 1");
  }
}
