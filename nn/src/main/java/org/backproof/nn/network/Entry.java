package org.backproof.nn.network;

/**
 * The place of a weight: the entry of {@code Theta_layer} in a row (the unit of the layer above, or
 * its gradient) and a column (0 for the bias unit, else the unit of the layer below), both from 0.
 */
public record Entry(int layer, int row, int column) {
  /** For instance {@code Theta1[3, 0]}. */
  @Override
  public String toString() {
    return "Theta" + layer + "[" + row + ", " + column + "]";
  }
}
