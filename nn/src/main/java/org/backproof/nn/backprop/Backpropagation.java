package org.backproof.nn.backprop;

import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.network.Parameters;

/**
 * What the delta rule computes: the forward pass, the deltas and the gradient. Immutable.
 *
 * <p>A delta is the books' {@code delta_l}, of which each row belongs to one example alone: the
 * derivative of that example's loss by its {@code z_l}. The cost is the mean of the losses, hence
 * {@code dJ/dz_l = delta_l / m}.
 */
public final class Backpropagation {
  private final ForwardPass forward;
  private final ImmutableList<Tensor> deltas;
  private final Parameters gradient;

  /**
   * @param deltas from layer 2 to layer L
   */
  Backpropagation(ForwardPass forward, List<Tensor> deltas, Parameters gradient) {
    this.forward = forward;
    this.deltas = ImmutableList.copyOf(deltas);
    this.gradient = gradient;
  }

  public ForwardPass forward() {
    return forward;
  }

  /**
   * {@code delta_layer}, for a layer from 2 to L: a row for each example, a column for each unit.
   */
  public Tensor delta(int layer) {
    return deltas.get(checkElementIndex(layer - 2, deltas.size(), "layer - 2"));
  }

  /** {@code dJ/dTheta_l} for each l, the penalty's share included. */
  public Parameters gradient() {
    return gradient;
  }

  /** J, the mean loss plus the penalty. */
  public double cost() {
    return forward.cost();
  }

  /**
   * One of the matrices that were computed.
   *
   * @throws IndexOutOfBoundsException if the network has no such layer
   */
  public Tensor value(Quantity quantity) {
    return switch (quantity.kind()) {
      case PRE_ACTIVATION -> forward.preActivation(quantity.layer());
      case ACTIVATION -> forward.activation(quantity.layer());
      case DELTA -> delta(quantity.layer());
      case GRADIENT -> gradient.matrix(quantity.layer());
    };
  }
}
