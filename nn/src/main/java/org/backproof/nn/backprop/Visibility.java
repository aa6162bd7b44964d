package org.backproof.nn.backprop;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.backproof.nn.backprop.Quantity.Kind;
import org.backproof.nn.network.Network;

/** In which networks a fault shows, and where first. */
@FunctionalInterface
interface Visibility {
  /** In the delta of the output layer. */
  Visibility AT_OUTPUT_DELTA =
      (network, examples) -> Optional.of(new Quantity(Kind.DELTA, network.layers()));

  /** In the gradient of the last weights, the first that is computed. */
  Visibility AT_LAST_GRADIENT = atGradient((network, layer) -> true);

  Optional<Quantity> first(Network network, int examples);

  /** In the delta of the highest hidden layer of a kind. */
  static Visibility atHiddenDelta(BiPredicate<Network, Integer> layers) {
    return (network, examples) ->
        highest(network, 2, layers, layer -> new Quantity(Kind.DELTA, layer));
  }

  /** In the gradient of the weights above the highest layer of a kind. */
  static Visibility atGradient(BiPredicate<Network, Integer> layers) {
    return (network, examples) ->
        highest(network, 1, layers, layer -> new Quantity(Kind.GRADIENT, layer));
  }

  /** In the activations of the lowest hidden layer of a kind. */
  static Visibility atActivation(BiPredicate<Network, Integer> layers) {
    return (network, examples) ->
        IntStream.range(2, network.layers())
            .filter(layer -> layers.test(network, layer))
            .mapToObj(layer -> new Quantity(Kind.ACTIVATION, layer))
            .findFirst();
  }

  private static Optional<Quantity> highest(
      Network network,
      int lowest,
      BiPredicate<Network, Integer> layers,
      IntFunction<Quantity> quantity) {
    return IntStream.range(lowest, network.layers())
        .filter(layer -> layers.test(network, layer))
        .mapToObj(quantity)
        .reduce((below, above) -> above);
  }

  default Visibility unless(Predicate<Network> hidden) {
    return (network, examples) ->
        hidden.test(network) ? Optional.empty() : first(network, examples);
  }

  default Visibility withPenalty() {
    return unless(network -> network.lambda() == 0);
  }

  default Visibility withSeveralExamples() {
    return (network, examples) -> examples > 1 ? first(network, examples) : Optional.empty();
  }
}
