package org.backproof.nn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.backproof.core.shape.ShapeException;
import org.backproof.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  @Test
  void designHasTheBiasUnitInItsFirstColumn() {
    Examples examples =
        Examples.of(Tensor.matrix(new double[][] {{2, 3}, {4, 5}}), Tensor.zeros(2, 1));

    assertThat(examples.design())
        .isEqualTo(Tensor.matrix(new double[][] {{1, 2, 3}, {1, 4, 5}}))
        .isSameAs(examples.design());
  }

  @Test
  void inputsAndTargetsHaveARowForEachExample() {
    assertThatThrownBy(() -> Examples.of(Tensor.zeros(3, 2), Tensor.zeros(2, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "The inputs are 3 x 2 and the targets 2 x 1, but each must have a row for each example");
  }

  @Test
  void needsAnExample() {
    assertThatThrownBy(() -> Examples.of(Tensor.zeros(0, 2), Tensor.zeros(0, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("The inputs must be a matrix of at least 1 x 1, one example a row, not 0 x 2");
    assertThatThrownBy(() -> Examples.of(Tensor.zeros(2, 2), Tensor.zeros(2)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("The targets must be a matrix of at least 1 x 1, one example a row, not 2");
  }

  @Test
  void entriesAreFinite() {
    assertThatThrownBy(
            () -> Examples.of(Tensor.zeros(2, 2).with(3, Double.NaN), Tensor.zeros(2, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The entry of the inputs at [1, 1] (row, column from 0) is NaN; it must be finite");
    assertThatThrownBy(
            () -> Examples.of(Tensor.zeros(1, 1), Tensor.full(Double.NEGATIVE_INFINITY, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The entry of the targets at [0, 0] (row, column from 0) is -Infinity; it must be"
                + " finite");
  }
}
