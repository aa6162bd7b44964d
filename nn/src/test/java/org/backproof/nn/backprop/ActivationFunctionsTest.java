package org.backproof.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.Golden;
import org.backproof.nn.network.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationFunctionsTest {
  private static final DoubleUnaryOperator SIGMOID_SLOPE =
      ActivationFunctions.slope(Activation.SIGMOID);

  @Test
  void slopeOfTheSigmoidAsPublished() {
    double[] course = {-1, -0.5, 0, 0.5, 1};
    assertThat(Arrays.stream(course).map(SIGMOID_SLOPE).toArray())
        .containsExactly(
            Golden.numbers("/sigmoidGradient/published/[-1,-0.5,0,0.5,1]"), within(0.5e-6));

    double[] others = {1, -0.5, 0, 20, -10};
    assertThat(Arrays.stream(others).map(SIGMOID_SLOPE).toArray())
        .containsExactly(
            Golden.numbers("/sigmoidGradient/published/[1,-0.5,0,20,-10]"), within(2e-16));
  }

  /** The published value at 20 comes from a (1 - a) and has lost half of its digits. */
  @Test
  void slopeKeepsItsDigitsUnderSaturation() {
    double exact = 2.061153613941849E-9;

    assertThat(SIGMOID_SLOPE.applyAsDouble(20)).isCloseTo(exact, within(2 * Math.ulp(exact)));
    assertThat(SIGMOID_SLOPE.applyAsDouble(-20)).isCloseTo(exact, within(2 * Math.ulp(exact)));
    assertThat(Golden.numbers("/sigmoidGradient/published/[1,-0.5,0,20,-10]")[3])
        .isNotCloseTo(exact, withinPercentage(1e-6));
  }

  /** Exact values to 17 digits: 1/cosh(z)^2 and 1/(2 + 2 cosh(z)). */
  @ParameterizedTest
  @CsvSource({
    "SIGMOID, 700, 9.8596765437597708e-305",
    "SIGMOID, -700, 9.8596765437597708e-305",
    "SIGMOID, 800, 0",
    "SIGMOID, -800, 0",
    "TANH, 20, 1.6993417021166355e-17",
    "TANH, -20, 1.6993417021166355e-17",
    "TANH, 0, 1",
    "TANH, 800, 0",
    "RELU, 0, 0",
    "RELU, 1e-300, 1",
    "RELU, -1e-300, 0",
    "IDENTITY, -800, 1"
  })
  void slopes(Activation activation, double z, double exact) {
    assertThat(ActivationFunctions.slope(activation).applyAsDouble(z))
        .isCloseTo(exact, within(4 * Math.ulp(exact)));
  }

  @Test
  void softmaxOfLargeLogitsIsFinite() {
    Tensor z = Tensor.matrix(new double[][] {{800, 799, -800}, {-800, -800, -800}});
    double e = Math.exp(-1);

    assertThat(ActivationFunctions.apply(Activation.SOFTMAX, z).toArray())
        .containsExactly(
            new double[] {1 / (1 + e), e / (1 + e), 0, 1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-16));
  }

  @Test
  void softmaxHasNoSlopeUnitByUnit() {
    assertThatThrownBy(() -> ActivationFunctions.slope(Activation.SOFTMAX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("softmax");
  }
}
