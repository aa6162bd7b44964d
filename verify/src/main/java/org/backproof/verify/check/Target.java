package org.backproof.verify.check;

import com.google.common.collect.ImmutableList;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.backprop.Backpropagation;
import org.backproof.nn.backprop.Quantity;
import org.backproof.nn.graph.CostGraph;
import org.backproof.nn.network.Network;

/**
 * Something by which the cost of a network is differentiated: a matrix of weights, or the
 * pre-activations of a layer, whose derivative is that layer's delta over m.
 *
 * @param node in the graph of the cost
 */
record Target(Quantity quantity, Expr node) {
  /**
   * All weights and all pre-activations, in the order in which back-propagation gets to their
   * derivatives.
   */
  static ImmutableList<Target> of(Network network, CostGraph graph) {
    ImmutableList.Builder<Target> targets = ImmutableList.builder();
    for (Quantity quantity : Quantity.inOrder(network)) {
      if (quantity.kind() == Quantity.Kind.DELTA) {
        targets.add(new Target(quantity, graph.preActivation(quantity.layer())));
      } else if (quantity.kind() == Quantity.Kind.GRADIENT) {
        targets.add(new Target(quantity, graph.parameter(quantity.layer())));
      }
    }
    return targets.build();
  }

  boolean isDelta() {
    return quantity.kind() == Quantity.Kind.DELTA;
  }

  /** The derivative as the delta rule has it, as a derivative of the mean over the examples. */
  Tensor derivative(Backpropagation backpropagation, int examples) {
    Tensor value = backpropagation.value(quantity);
    return isDelta() ? value.map(delta -> delta / examples) : value;
  }

  /** For instance {@code dJ/dTheta1}, {@code dJ/dz2}. */
  String name() {
    return isDelta() ? "dJ/dz" + quantity.layer() : quantity.toString();
  }
}
