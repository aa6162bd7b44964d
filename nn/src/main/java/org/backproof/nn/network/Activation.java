package org.backproof.nn.network;

/** The function from a unit's pre-activation z to its activation a. */
public enum Activation {
  /** {@code 1 / (1 + exp(-z))}. */
  SIGMOID("sigmoid"),

  TANH("tanh"),

  /** {@code max(z, 0)}, of which the derivative at 0 is taken to be 0. */
  RELU("relu"),

  /** {@code exp(z_k) / sum_j exp(z_j)} over the units of the output layer. */
  SOFTMAX("softmax"),

  IDENTITY("identity");

  private final String text;

  Activation(String text) {
    this.text = text;
  }

  /** The name in lower case, as in formulas and on the command line. */
  @Override
  public String toString() {
    return text;
  }
}
