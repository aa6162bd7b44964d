package org.backproof.nn.backprop;

import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;

/** What the forward pass of a network computes, with what it was computed from. Immutable. */
public final class ForwardPass {
  private final Network network;
  private final Parameters parameters;
  private final Examples examples;
  private final ImmutableList<Tensor> preActivations;
  private final ImmutableList<Tensor> activations;
  private final double fit;
  private final double penalty;

  ForwardPass(
      Network network,
      Parameters parameters,
      Examples examples,
      List<Tensor> preActivations,
      List<Tensor> activations) {
    this.network = network;
    this.parameters = parameters;
    this.examples = examples;
    this.preActivations = ImmutableList.copyOf(preActivations);
    this.activations = ImmutableList.copyOf(activations);
    this.fit = Loss.mean(network, preActivation(network.layers()), outputs(), examples.targets());
    this.penalty = Loss.penalty(network, parameters, examples.size());
  }

  public Network network() {
    return network;
  }

  public Parameters parameters() {
    return parameters;
  }

  public Examples examples() {
    return examples;
  }

  /** {@code z_layer}, for a layer from 2 to L: a row for each example, a column for each unit. */
  public Tensor preActivation(int layer) {
    return preActivations.get(checkElementIndex(layer - 2, preActivations.size(), "layer - 2"));
  }

  /**
   * {@code a_layer}, for a layer from 1 to L: a row for each example, a column for each unit, and
   * below layer L a column for the bias unit before them.
   */
  public Tensor activation(int layer) {
    return activations.get(checkElementIndex(layer - 1, activations.size(), "layer - 1"));
  }

  /** {@code a_L}, what the network answers: m x K. */
  public Tensor outputs() {
    return activation(network.layers());
  }

  /** The mean loss, without the penalty. */
  public double fit() {
    return fit;
  }

  /** {@code lambda/(2m)} times the sum of the squares of the weights but the bias units'. */
  public double penalty() {
    return penalty;
  }

  /** J, the mean loss plus the penalty. */
  public double cost() {
    return fit + penalty;
  }
}
