package org.backproof.nn.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.NetworkCase;
import org.backproof.nn.backprop.DeltaRule;
import org.backproof.nn.network.Activation;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;

/** Why weights are drawn at random: units that start equal stay equal, and count as one. */
class SymmetryProperties {
  /** How many different hidden units there are as gradient descent goes on. */
  @Example
  void demonstration() {
    Network network = Network.withLayers(4, 8, 3).lambda(0.1).build();
    SplittableRandom random = new SplittableRandom(1);
    Examples examples =
        Examples.of(
            Tensor.generate(index -> random.nextDouble(-1, 1), 12, 4),
            Tensor.generate(index -> index[0] % 3 == index[1] ? 1 : 0, 12, 3));

    assertThat(unitsAfter(Initialisation.constant(0), network, examples))
        .isEqualTo("step 0: 1, step 1: 1, step 10: 1, step 100: 1, step 1000: 1");
    assertThat(unitsAfter(Initialisation.constant(0.5), network, examples))
        .isEqualTo("step 0: 1, step 1: 1, step 10: 1, step 100: 1, step 1000: 1");
    assertThat(unitsAfter(Initialisation.uniform(0.12), network, examples))
        .isEqualTo("step 0: 8, step 1: 8, step 10: 8, step 100: 8, step 1000: 8");
  }

  private static String unitsAfter(
      Initialisation initialisation, Network network, Examples examples) {
    return IntStream.of(0, 1, 10, 100, 1000)
        .mapToObj(
            steps -> {
              Parameters start = initialisation.draw(network, 2);
              Parameters end = descend(network, start, examples, steps);
              return "step " + steps + ": " + differentUnits(end, 2);
            })
        .collect(Collectors.joining(", "));
  }

  @Provide
  Arbitrary<NetworkCase> cases() {
    return NetworkCase.networks(
            Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.IDENTITY)
        .filter(network -> network.layers() > 2)
        .flatMap(NetworkCase::of);
  }

  /** To the last bit: equal units take part in equal sums. */
  @Property(tries = 100)
  void equalUnitsStayEqualInEveryHiddenLayer(@ForAll("cases") NetworkCase c) {
    double constant = c.parameters().matrix(1).entry(0);
    Parameters start = Initialisation.constant(constant).draw(c.network(), 0);
    Parameters end = descend(c.network(), start, c.examples(), 20);
    for (int layer = 2; layer < c.network().layers(); layer++) {
      assertThat(differentUnits(end, layer)).isEqualTo(1);
    }
  }

  private static Parameters descend(
      Network network, Parameters start, Examples examples, int steps) {
    Parameters weights = start;
    for (int step = 0; step < steps; step++) {
      Parameters from = weights;
      Parameters gradient =
          DeltaRule.onMatrices().backpropagate(network, weights, examples).gradient();
      weights =
          Parameters.of(
              IntStream.range(1, network.layers())
                  .mapToObj(l -> from.matrix(l).minus(gradient.matrix(l).times(0.1)))
                  .toList());
    }
    return weights;
  }

  /** The number of units of a hidden layer that differ in a weight into them or out of them. */
  private static long differentUnits(Parameters weights, int layer) {
    double[][] in = weights.matrix(layer - 1).toMatrix();
    double[][] out = weights.matrix(layer).transpose().rows(1, in.length + 1).toMatrix();
    return IntStream.range(0, in.length)
        .mapToObj(
            unit ->
                Stream.of(in[unit], out[unit]).map(Arrays::toString).collect(Collectors.joining()))
        .distinct()
        .count();
  }
}
