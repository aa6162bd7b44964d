package org.backproof.nn.backprop;

import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;

/** A way to carry the delta rule out. Immutable. */
public interface DeltaRule {
  /** The delta rule on whole matrices, with a row for each example. */
  static DeltaRule onMatrices() {
    return new MatrixDeltaRule();
  }

  /**
   * The delta rule example by example, adding up Delta with plain loops; slow and easy to follow.
   */
  static DeltaRule byExample() {
    return new ExampleDeltaRule();
  }

  /** The delta rule on whole matrices with a fault in one of its steps. */
  static DeltaRule withFault(Fault fault) {
    return fault.rule();
  }

  /**
   * The forward pass alone: all z and a, and the cost.
   *
   * @throws IllegalArgumentException if the weights or the examples do not fit the network
   */
  ForwardPass forward(Network network, Parameters parameters, Examples examples);

  /**
   * The forward pass, all deltas and the gradient.
   *
   * @throws IllegalArgumentException if the weights or the examples do not fit the network
   */
  Backpropagation backpropagate(Network network, Parameters parameters, Examples examples);
}
