package org.backproof.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.NetworkCase;
import org.backproof.nn.init.Initialisation;
import org.backproof.nn.network.Activation;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;

class FaultProperties {
  /** Without relu, of which all units may be on one side, and softmax over a single class. */
  @Provide
  Arbitrary<Network> networks() {
    return NetworkCase.networks(Activation.SIGMOID, Activation.TANH, Activation.IDENTITY)
        .filter(
            network ->
                network.activation(network.layers()) != Activation.SOFTMAX
                    || network.outputs() > 1);
  }

  /** Weights and examples in general position: drawn from a continuum, by the seed. */
  @Property(tries = 500)
  void firstShowsWhereItSays(
      @ForAll Fault fault,
      @ForAll("networks") Network network,
      @ForAll @IntRange(min = 1, max = 5) int size,
      @ForAll long seed) {
    Parameters weights = Initialisation.uniform(1).draw(network, seed);
    Examples examples = examples(network, size, seed);
    Backpropagation right = DeltaRule.onMatrices().backpropagate(network, weights, examples);
    Backpropagation wrong = DeltaRule.withFault(fault).backpropagate(network, weights, examples);

    Optional<Quantity> first =
        Quantity.inOrder(network).stream()
            .filter(quantity -> !wrong.value(quantity).equals(right.value(quantity)))
            .findFirst();
    assertThat(first).isEqualTo(fault.firstShows(network, size));
  }

  private static Examples examples(Network network, int size, long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    return Examples.of(
        Tensor.generate(index -> random.nextDouble(-1, 1), size, network.inputs()),
        Tensor.generate(index -> random.nextDouble(), size, network.outputs()));
  }
}
