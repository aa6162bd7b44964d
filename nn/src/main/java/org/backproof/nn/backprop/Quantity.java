package org.backproof.nn.backprop;

import com.google.common.collect.ImmutableList;
import org.backproof.nn.network.Network;

/** A matrix that the delta rule computes at a layer; the gradient by Theta_l counts to layer l. */
public record Quantity(Kind kind, int layer) {
  /** What the matrix is. */
  public enum Kind {
    PRE_ACTIVATION("z"),
    ACTIVATION("a"),
    DELTA("delta"),
    GRADIENT("dJ/dTheta");

    private final String symbol;

    Kind(String symbol) {
      this.symbol = symbol;
    }
  }

  /**
   * All of them in the order in which back-propagation needs them: {@code z2, a2, ..., zL, aL},
   * then down again {@code deltaL, dJ/dTheta(L-1), ..., delta2, dJ/dTheta1}. A mistake in one
   * disturbs only those after it.
   */
  public static ImmutableList<Quantity> inOrder(Network network) {
    ImmutableList.Builder<Quantity> order = ImmutableList.builder();
    for (int layer = 2; layer <= network.layers(); layer++) {
      order.add(new Quantity(Kind.PRE_ACTIVATION, layer));
      order.add(new Quantity(Kind.ACTIVATION, layer));
    }
    for (int layer = network.layers(); layer >= 2; layer--) {
      order.add(new Quantity(Kind.DELTA, layer));
      order.add(new Quantity(Kind.GRADIENT, layer - 1));
    }
    return order.build();
  }

  /** As in formulas: {@code z2}, {@code a2}, {@code delta2}, {@code dJ/dTheta2}. */
  @Override
  public String toString() {
    return kind.symbol + layer;
  }
}
