package org.backproof.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.backproof.nn.backprop.DeltaRule;
import org.backproof.nn.backprop.Fault;
import org.backproof.nn.network.Activation;
import org.backproof.nn.network.Cost;
import org.backproof.nn.network.Network;
import org.backproof.verify.check.NetworkReport.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCheckProperties {
  private static final int SEEDS = 200;

  /** Any network, any cost, any number of examples: the right gradients are never accused. */
  @Property(tries = 150, seed = "20261123")
  void rightGradientsAgree(
      @ForAll("networks") Network network,
      @ForAll @IntRange(min = 1, max = 6) int examples,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    NetworkReport report = Cases.report(NetworkCheck.of(network), network, examples, seed);

    assertThat(report.comparisons().filter(Comparison::differs).toList()).isEmpty();
    assertThat(report.departure()).isEmpty();
  }

  /**
   * Any fault that can show in a network is found there, and nothing but the delta rule is blamed.
   */
  @Property(tries = 150, seed = "20261124")
  void plantedFaultsAreFound(
      @ForAll("networks") Network network,
      @ForAll Fault fault,
      @ForAll @IntRange(min = 1, max = 6) int examples,
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    // A softmax over one class is constant, and no fault shows in a gradient of zero.
    Assume.that(network.cost() != Cost.SOFTMAX_CROSS_ENTROPY || network.outputs() > 1);
    NetworkCheck check = NetworkCheck.of(network).withDeltaRule(DeltaRule.withFault(fault));

    NetworkReport report = Cases.report(check, network, examples, seed);

    if (fault.firstShows(network, examples).isPresent()) {
      assertThat(report.verdict()).isEqualTo(Verdict.DIFFER);
      assertThat(report.oddOneOut()).contains(Method.DELTA_RULE);
    } else {
      assertThat(report.verdict()).isNotEqualTo(Verdict.DIFFER);
    }
  }

  @Provide
  Arbitrary<Network> networks() {
    Arbitrary<int[]> layers =
        Arbitraries.integers()
            .between(1, 5)
            .list()
            .ofMinSize(2)
            .ofMaxSize(5)
            .map(sizes -> sizes.stream().mapToInt(Integer::intValue).toArray());
    Arbitrary<Activation> hidden =
        Arbitraries.of(Activation.SIGMOID, Activation.TANH, Activation.IDENTITY);
    Arbitrary<Double> lambda = Arbitraries.of(0.0, 0.1, 1.0, 3.0);
    return Combinators.combine(layers, hidden, Arbitraries.of(Cost.class), lambda)
        .as(
            (sizes, activation, cost, factor) ->
                Network.withLayers(sizes).hidden(activation).cost(cost).lambda(factor).build());
  }

  /**
   * The gradient of the first layer set to zero: in deep sigmoid networks it is so small that
   * tolerances with an absolute floor let it pass. None is missed here, and no right gradient is
   * accused.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void aFirstLayerSetToZeroIsCaughtHoweverDeepTheNetwork(int hiddenLayers) {
    Network network = Network.withLayers(sizes(hiddenLayers)).build();
    NetworkCheck right = NetworkCheck.of(network);
    NetworkCheck wrong = right.withDeltaRule(DeltaRule.withFault(Fault.FIRST_LAYER_FORGOTTEN));
    int missed = 0;
    int accused = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      missed += isBlamed(Cases.report(wrong, network, 5, seed)) ? 0 : 1;
      accused += Cases.report(right, network, 5, seed).verdict() == Verdict.DIFFER ? 1 : 0;
    }

    assertThat(List.of(missed, accused)).isEqualTo(List.of(0, 0));
  }

  private static boolean isBlamed(NetworkReport report) {
    return report.verdict() == Verdict.DIFFER
        && report.oddOneOut().equals(java.util.Optional.of(Method.DELTA_RULE));
  }

  /** Three inputs, hidden layers of four units, three outputs. */
  private static int[] sizes(int hiddenLayers) {
    int[] sizes = new int[hiddenLayers + 2];
    Arrays.fill(sizes, 4);
    sizes[0] = 3;
    sizes[sizes.length - 1] = 3;
    return sizes;
  }
}
