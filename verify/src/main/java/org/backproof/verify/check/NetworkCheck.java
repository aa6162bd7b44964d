package org.backproof.verify.check;

import java.util.Optional;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.nn.backprop.DeltaRule;
import org.backproof.nn.graph.CostGraph;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;
import org.backproof.verify.difference.DifferenceGradient;

/**
 * Holds the gradients of a network's cost against one another: reverse mode on the graph, the delta
 * rule, and finite differences at every weight; and along random directions forward mode and the
 * complex step, which also reach the deltas. Immutable; the {@code with} methods yield changed
 * copies.
 */
public final class NetworkCheck {
  private static final int DIRECTIONS = 3;

  private final Network network;
  private final DeltaRule deltaRule;
  private final Differentiation differentiation;
  private final Optional<DifferenceGradient> differences;
  private final long seed;

  private NetworkCheck(
      Network network,
      DeltaRule deltaRule,
      Differentiation differentiation,
      Optional<DifferenceGradient> differences,
      long seed) {
    this.network = network;
    this.deltaRule = deltaRule;
    this.differentiation = differentiation;
    this.differences = differences;
    this.seed = seed;
  }

  /**
   * The check of a network's gradients by all methods: the delta rule on matrices, quick
   * differences, the seed 0.
   */
  public static NetworkCheck of(Network network) {
    return new NetworkCheck(
        network,
        DeltaRule.onMatrices(),
        Differentiation.standard(),
        Optional.of(DifferenceGradient.quick()),
        0);
  }

  /**
   * The comparison of reverse mode and the delta rule alone: quick, and by itself no reason to
   * trust either.
   */
  public static NetworkCheck analytic(Network network) {
    return new NetworkCheck(
        network, DeltaRule.onMatrices(), Differentiation.standard(), Optional.empty(), 0);
  }

  /** With another way to carry out the delta rule, such as one with a fault. */
  public NetworkCheck withDeltaRule(DeltaRule newRule) {
    return new NetworkCheck(network, newRule, differentiation, differences, seed);
  }

  /** With other rules for reverse mode, such as a wrong one. */
  public NetworkCheck withDifferentiation(Differentiation newDifferentiation) {
    return new NetworkCheck(network, deltaRule, newDifferentiation, differences, seed);
  }

  /**
   * With another way to take differences; for instance on several threads, which changes no bit of
   * the result.
   */
  public NetworkCheck withDifferences(DifferenceGradient newDifferences) {
    return new NetworkCheck(network, deltaRule, differentiation, Optional.of(newDifferences), seed);
  }

  /** With another seed for the random directions. */
  public NetworkCheck withSeed(long newSeed) {
    return new NetworkCheck(network, deltaRule, differentiation, differences, newSeed);
  }

  /**
   * Checks the gradients at some weights on some examples.
   *
   * @throws IllegalArgumentException if the weights or the examples do not fit the network
   */
  public NetworkReport run(Parameters weights, Examples examples) {
    CostGraph graph = CostGraph.of(network);
    return new NetworkCheckRun(
            graph,
            graph.bind(weights, examples),
            deltaRule.backpropagate(network, weights, examples),
            differentiation,
            differences,
            differences.isPresent() ? DIRECTIONS : 0,
            seed)
        .report();
  }
}
