package org.backproof.verify.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.core.shape.ShapeException;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.graph.CostGraph;
import org.backproof.nn.network.Network;
import org.backproof.verify.difference.DifferenceGradient;
import org.backproof.verify.difference.GradientEstimate;

class GraphFunctionProperties {
  /**
   * The complex step, high precision, forward mode, differences and reverse mode measure one
   * gradient.
   */
  @Property(tries = 40, seed = "11")
  void allMethodsMeasureTheSameGradient(
      @ForAll @IntRange(min = 1, max = 3) int inputs,
      @ForAll @IntRange(min = 1, max = 3) int hidden,
      @ForAll @IntRange(min = 1, max = 3) int examples,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    Network network = Network.withLayers(inputs, hidden, 2).lambda(1).build();
    CostGraph graph = CostGraph.of(network);
    Bindings<Tensor> bindings =
        graph.bind(Cases.weights(network, seed), Cases.examples(network, examples, seed));
    GraphFunction function = GraphFunction.of(graph.cost(), graph.preActivation(2), bindings);
    double[] reference = function.highPrecision(function.axes(), 60);
    Tensor reverse =
        Evaluator.doubles()
            .value(
                Differentiation.standard().gradient(graph.cost(), graph.preActivation(2)),
                bindings);
    double scale = Arrays.stream(reference).map(Math::abs).max().orElseThrow();

    assertClose(function.complexStep(function.axes()), reference, scale * 1e-14);
    assertClose(function.forwardMode(function.axes()), reference, scale * 1e-14);
    assertClose(reverse.toArray(), reference, scale * 1e-14);
    GradientEstimate differences =
        DifferenceGradient.thorough().estimate(function.onDoubles(), function.point().toArray());
    for (int i = 0; i < reference.length; i++) {
      assertThat(differences.at(i).covers(reference[i])).isTrue();
    }
  }

  private static void assertClose(double[] values, double[] reference, double allowed) {
    assertThat(values).hasSameSizeAs(reference);
    for (int i = 0; i < values.length; i++) {
      assertThat(Math.abs(values[i] - reference[i])).isLessThanOrEqualTo(allowed);
    }
  }

  @Example
  void onlyAScalarIsACost() {
    CostGraph graph = CostGraph.of(Network.withLayers(2, 2).build());

    assertThatThrownBy(
            () ->
                GraphFunction.of(
                    graph.preActivation(2),
                    graph.parameter(1),
                    Evaluator.doubles().bind(java.util.Map.of())))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("scalar");
  }
}
