package org.backproof.nn;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.network.Activation;
import org.backproof.nn.network.Cost;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;
import org.backproof.nn.network.Unrolling;

/** A network of any architecture with weights and examples for it; all sizes from 1 on. */
public record NetworkCase(Network network, Parameters parameters, Examples examples) {
  private static final int MOST_HIDDEN_LAYERS = 3;
  private static final int MOST_UNITS = 4;
  private static final int MOST_EXAMPLES = 5;

  public static Arbitrary<NetworkCase> any() {
    return networks(Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.IDENTITY)
        .flatMap(NetworkCase::of);
  }

  public static Arbitrary<NetworkCase> of(Network network) {
    return Combinators.combine(
            parameters(network),
            Arbitraries.integers()
                .between(1, MOST_EXAMPLES)
                .flatMap(size -> examples(network, size)))
        .as((parameters, examples) -> new NetworkCase(network, parameters, examples));
  }

  public static Arbitrary<Parameters> parameters(Network network) {
    return matrix(network.weights(), 1, -2, 2)
        .map(v -> Parameters.fromVector(network, v.toArray(), Unrolling.ROW_MAJOR));
  }

  public static Arbitrary<Examples> examples(Network network, int size) {
    double least = network.cost() == Cost.SQUARED_ERROR ? -1 : 0;
    Arbitrary<Tensor> anyTargets = matrix(size, network.outputs(), least, 1);
    return Combinators.combine(
            matrix(size, network.inputs(), -2, 2),
            Arbitraries.oneOf(anyTargets, anyTargets.map(y -> y.map(Math::rint))))
        .as(Examples::of);
  }

  /** Networks whose layers have the given activation functions, where the cost allows. */
  public static Arbitrary<Network> networks(Activation... activations) {
    List<Activation> allowed = List.of(activations);
    Arbitrary<Integer> units = Arbitraries.integers().between(1, MOST_UNITS);
    return Combinators.combine(
            units.array(int[].class).ofMinSize(2).ofMaxSize(2 + MOST_HIDDEN_LAYERS),
            Arbitraries.of(Cost.values()),
            Arbitraries.oneOf(Arbitraries.just(0.0), Arbitraries.doubles().between(0, 10)))
        .flatAs(
            (sizes, cost, lambda) ->
                Combinators.combine(
                        Arbitraries.of(activations).list().ofSize(sizes.length - 2),
                        Arbitraries.of(outputs(cost, allowed)))
                    .as(
                        (hidden, output) ->
                            Network.withLayers(sizes)
                                .hidden(hidden)
                                .output(output)
                                .cost(cost)
                                .lambda(lambda)
                                .build()));
  }

  private static List<Activation> outputs(Cost cost, List<Activation> allowed) {
    return cost == Cost.SQUARED_ERROR
        ? cost.outputs().stream().filter(allowed::contains).toList()
        : cost.outputs().asList();
  }

  private static Arbitrary<Tensor> matrix(int rows, int columns, double least, double most) {
    return Arbitraries.doubles()
        .between(least, most)
        .array(double[].class)
        .ofSize(rows * columns)
        .map(entries -> Tensor.of(entries, rows, columns));
  }

  /** This case with another lambda. */
  public NetworkCase withLambda(double lambda) {
    Network.Builder builder =
        Network.withLayers(sizes()).cost(network.cost()).lambda(lambda).hidden(hidden());
    return new NetworkCase(
        builder.output(network.activation(network.layers())).build(), parameters, examples);
  }

  private int[] sizes() {
    return IntStream.rangeClosed(1, network.layers()).map(network::size).toArray();
  }

  private List<Activation> hidden() {
    return IntStream.range(2, network.layers()).mapToObj(network::activation).toList();
  }

  /** This case with other weights. */
  public NetworkCase withParameters(Parameters newParameters) {
    return new NetworkCase(network, newParameters, examples);
  }

  /** This case with other examples. */
  public NetworkCase withExamples(Examples newExamples) {
    return new NetworkCase(network, parameters, newExamples);
  }
}
