package org.backproof.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.ShapeException;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.Golden;
import org.backproof.nn.network.Activation;
import org.backproof.nn.network.Cost;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;
import org.junit.jupiter.api.Test;

class CostGraphTest {
  private static final CostGraph COURSE =
      CostGraph.of(Network.withLayers(400, 25, 10).lambda(1).build());

  @Test
  void variablesAreNamedAsInADerivation() {
    assertThat(COURSE.inputs()).hasToString("X (m x n)");
    assertThat(COURSE.targets()).hasToString("Y (m x K)");
    assertThat(COURSE.parameters()).hasToString("[Theta1 (h x (n + 1)), Theta2 (K x (h + 1))]");
    assertThat(COURSE.lambda()).hasToString("lambda (scalar)");
  }

  @Test
  void innerNodesAreNamedAsInADerivation() {
    assertThat(
            List.of(
                COURSE.activation(1),
                COURSE.preActivation(2),
                COURSE.activation(2),
                COURSE.preActivation(3),
                COURSE.activation(3),
                COURSE.fit(),
                COURSE.penalty(),
                COURSE.cost()))
        .extracting(node -> node.primitive().name() + " : " + node.shape())
        .containsExactly(
            "a1 : m x (n + 1)",
            "z2 : m x h",
            "a2 : m x (h + 1)",
            "z3 : m x K",
            "a3 : m x K",
            "fit : scalar",
            "penalty : scalar",
            "J : scalar");
  }

  @Test
  void severalHiddenLayersHaveNumberedSizes() {
    assertThat(CostGraph.of(Network.withLayers(2, 3, 4, 5).build()).parameters())
        .hasToString("[Theta1 (h1 x (n + 1)), Theta2 (h2 x (h1 + 1)), Theta3 (K x (h2 + 1))]");
    assertThat(CostGraph.of(Network.withLayers(2, 3).build()).parameters())
        .hasToString("[Theta1 (K x (n + 1))]");
  }

  @Test
  void sizesAndLambdaAreNoPartOfTheGraph() {
    Expr other = CostGraph.of(Network.withLayers(2, 3, 4).lambda(7).build()).cost();

    assertThat(other).isSameAs(COURSE.cost());
  }

  @Test
  void refusesWeightsThatDoNotFit() {
    Examples examples = Examples.of(Tensor.zeros(5, 400), Tensor.zeros(5, 10));
    Parameters weights = Parameters.of(Tensor.zeros(26, 401), Tensor.zeros(10, 27));

    assertThatThrownBy(() -> COURSE.bind(weights, examples))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("Theta1 is 26 x 401");
  }

  /** The neuron of the notes: f = sigmoid(w0 x0 + w1 x1 + w2). */
  @Test
  void outputOfANeuronAsPublished() {
    Network neuron =
        Network.withLayers(2, 1).cost(Cost.SQUARED_ERROR).output(Activation.SIGMOID).build();
    CostGraph graph = CostGraph.of(neuron);
    double[] w = Golden.numbers("/cs231n/sigmoid_neuron/w");
    Parameters weights = Parameters.of(Tensor.of(new double[] {w[2], w[0], w[1]}, 1, 3));
    Examples example =
        Examples.of(
            Tensor.of(Golden.numbers("/cs231n/sigmoid_neuron/x"), 1, 2), Tensor.zeros(1, 1));
    Expr f = graph.activation(2).sum();
    List<Expr> gradients =
        Differentiation.standard().gradients(f, List.of(graph.inputs(), graph.parameter(1)));

    assertThat(Evaluator.doubles().value(f, graph.bind(weights, example)).toScalar())
        .isCloseTo(Golden.number("/cs231n/sigmoid_neuron/f"), within(1e-15));
    List<Tensor> values = Evaluator.doubles().values(gradients, graph.bind(weights, example));
    assertThat(values.get(0).toArray())
        .containsExactly(Golden.numbers("/cs231n/sigmoid_neuron/published_dx"), within(1e-15));
    double[] dw = Golden.numbers("/cs231n/sigmoid_neuron/published_dw");
    assertThat(values.get(1).toArray())
        .containsExactly(new double[] {dw[2], dw[0], dw[1]}, within(1e-15));
  }
}
