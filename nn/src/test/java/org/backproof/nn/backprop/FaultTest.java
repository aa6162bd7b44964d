package org.backproof.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.init.Initialisation;
import org.backproof.nn.network.Activation;
import org.backproof.nn.network.Cost;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;
import org.backproof.nn.network.Unrolling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
  private static final Network COURSE = Network.withLayers(400, 25, 10).lambda(1).build();

  private static Examples randomExamples(Network network, int size) {
    SplittableRandom random = new SplittableRandom(7);
    return Examples.of(
        Tensor.generate(index -> random.nextDouble(), size, network.inputs()),
        Tensor.generate(
            index -> index[0] % network.outputs() == index[1] ? 1 : 0, size, network.outputs()));
  }

  /** By far more than any check may take for rounding, even in the least of the faults. */
  @ParameterizedTest
  @EnumSource
  void showsInTheGradientOfTheCoursesNetwork(Fault fault) {
    Parameters weights = Initialisation.uniform(0.12).draw(COURSE, 1);
    Examples examples = randomExamples(COURSE, 50);
    Parameters right = DeltaRule.onMatrices().backpropagate(COURSE, weights, examples).gradient();
    Parameters wrong =
        DeltaRule.withFault(fault).backpropagate(COURSE, weights, examples).gradient();

    assertThat(distance(right, wrong)).isGreaterThan(1e-5 * norm(right));
  }

  private static double distance(Parameters a, Parameters b) {
    double[] x = a.toVector(Unrolling.ROW_MAJOR);
    double[] y = b.toVector(Unrolling.ROW_MAJOR);
    return Tensor.vector(x).minus(Tensor.vector(y)).stream().map(Math::abs).max().orElseThrow();
  }

  private static double norm(Parameters a) {
    return Arrays.stream(a.toVector(Unrolling.ROW_MAJOR)).map(Math::abs).max().orElseThrow();
  }

  @Test
  void saysWhereItShowsInTheCoursesNetwork() {
    assertThat(Arrays.stream(Fault.values()))
        .extracting(fault -> fault + ": " + fault.firstShows(COURSE, 50).orElseThrow())
        .containsExactly(
            "output-delta-sign: delta3",
            "output-delta-of-other-cost: delta3",
            "slope-forgotten: delta2",
            "slope-at-activation: delta2",
            "slope-formula-at-pre-activation: delta2",
            "slope-of-layer-above: delta2",
            "bias-inside-activation: a2",
            "wrong-column-dropped: delta2",
            "updated-weights: delta2",
            "pre-activation-accumulated: dJ/dTheta2",
            "last-example-alone: dJ/dTheta2",
            "example-forgotten: dJ/dTheta2",
            "mean-forgotten: dJ/dTheta2",
            "mean-taken-twice: dJ/dTheta2",
            "gradient-transposed: dJ/dTheta2",
            "bias-gradient-forgotten: dJ/dTheta2",
            "first-layer-forgotten: dJ/dTheta1",
            "penalty-forgotten: dJ/dTheta2",
            "penalty-sign: dJ/dTheta2",
            "penalty-halved: dJ/dTheta2",
            "penalty-not-over-m: dJ/dTheta2",
            "bias-penalised: dJ/dTheta2");
  }

  @Test
  void hasNothingToShowWhereItChangesNothing() {
    Network linear =
        Network.withLayers(3, 2, 1)
            .hidden(Activation.IDENTITY)
            .cost(Cost.SQUARED_ERROR)
            .output(Activation.IDENTITY)
            .build();

    assertThat(Arrays.stream(Fault.values()).filter(f -> f.firstShows(linear, 1).isEmpty()))
        .containsExactly(
            Fault.OUTPUT_DELTA_OF_OTHER_COST,
            Fault.SLOPE_FORGOTTEN,
            Fault.SLOPE_AT_ACTIVATION,
            Fault.SLOPE_FORMULA_AT_PRE_ACTIVATION,
            Fault.SLOPE_OF_LAYER_ABOVE,
            Fault.BIAS_INSIDE_ACTIVATION,
            Fault.PRE_ACTIVATION_ACCUMULATED,
            Fault.LAST_EXAMPLE_ALONE,
            Fault.MEAN_FORGOTTEN,
            Fault.MEAN_TAKEN_TWICE,
            Fault.PENALTY_FORGOTTEN,
            Fault.PENALTY_SIGN,
            Fault.PENALTY_HALVED,
            Fault.PENALTY_NOT_OVER_M,
            Fault.BIAS_PENALISED);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(Fault fault) {
    assertThat(Fault.named(fault.toString())).isSameAs(fault);
    assertThat(fault.toString()).matches("[a-z]+(-[a-z]+)*");
    assertThat(fault.description()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void unknownNamesAreRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Fault.named("typo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no fault 'typo'; there are output-delta-sign, ")
        .hasMessageEndingWith("bias-penalised");
  }
}
