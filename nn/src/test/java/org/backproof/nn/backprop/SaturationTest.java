package org.backproof.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.graph.CostGraph;
import org.backproof.nn.network.Cost;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs and deltas where sigmoid and softmax round to 0 or 1, by hand and by the graph. */
class SaturationTest {
  private static final Parameters WEIGHT = Parameters.of(Tensor.of(new double[] {0, 1}, 1, 2));

  /** One sigmoid whose z is its input; the exact values are softplus and the sigmoid. */
  @ParameterizedTest
  @CsvSource({
    "40, 1, 4.2483542552915890e-18, -4.2483542552915890e-18",
    "-40, 0, 4.2483542552915890e-18, 4.2483542552915890e-18",
    "40, 0, 40, 1",
    "800, 1, 0, 0",
    "800, 0, 800, 1",
    "-800, 1, 800, -1",
    "-800, 0, 0, 0",
    "800, 0.25, 600, 0.75",
  })
  void crossEntropyKeepsItsDigits(double z, double y, double cost, double delta) {
    Network network = Network.withLayers(1, 1).build();
    Examples example =
        Examples.of(Tensor.of(new double[] {z}, 1, 1), Tensor.of(new double[] {y}, 1, 1));

    check(network, WEIGHT, example, cost, new double[] {delta});
  }

  @ParameterizedTest
  @CsvSource({"800, 1, 0, 0, 0", "800, 0, 800, 1, -1", "-800, 1, 800, -1, 1"})
  void softmaxCrossEntropyIsFinite(double z, double y, double cost, double delta1, double delta2) {
    Network network = Network.withLayers(1, 2).cost(Cost.SOFTMAX_CROSS_ENTROPY).build();
    Parameters weights = Parameters.of(Tensor.matrix(new double[][] {{0, 1}, {0, 0}}));
    Examples example =
        Examples.of(Tensor.of(new double[] {z}, 1, 1), Tensor.of(new double[] {y, 1 - y}, 1, 2));

    check(network, weights, example, cost, new double[] {delta1, delta2});
  }

  private static void check(
      Network network, Parameters weights, Examples example, double cost, double[] deltas) {
    for (DeltaRule rule : new DeltaRule[] {DeltaRule.onMatrices(), DeltaRule.byExample()}) {
      Backpropagation run = rule.backpropagate(network, weights, example);
      assertThat(run.cost()).isCloseTo(cost, within(4 * Math.ulp(cost)));
      assertClose(run.delta(2), deltas);
    }
    CostGraph graph = CostGraph.of(network);
    Evaluator<Tensor> evaluator = Evaluator.doubles();
    assertThat(evaluator.value(graph.cost(), graph.bind(weights, example)).toScalar())
        .isCloseTo(cost, within(4 * Math.ulp(cost)));
    assertClose(
        evaluator.value(
            Differentiation.standard().gradient(graph.cost(), graph.preActivation(2)),
            graph.bind(weights, example)),
        deltas);
  }

  private static void assertClose(Tensor actual, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual.entry(i)).isCloseTo(expected[i], within(4 * Math.ulp(expected[i])));
    }
  }
}
