package org.backproof.nn.network;

import com.google.common.collect.ImmutableSet;

/**
 * What is minimised, apart from the penalty: the mean over m examples of a loss that compares the
 * outputs {@code a} with the targets {@code y}.
 */
public enum Cost {
  /**
   * The cross-entropy of K sigmoid units, each with a yes-or-no question of its own: {@code -1/m
   * sum(Y log a + (1 - Y) log(1 - a))}, targets in [0, 1].
   */
  CROSS_ENTROPY("cross-entropy", Activation.SIGMOID),

  /**
   * The cross-entropy of a softmax over K classes: {@code -1/m sum(Y log a)}, targets in [0, 1]. A
   * row of Y need not sum to one.
   */
  SOFTMAX_CROSS_ENTROPY("softmax-cross-entropy", Activation.SOFTMAX),

  /** {@code 1/(2m) sum((a - Y)^2)}. */
  SQUARED_ERROR(
      "squared-error", Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.IDENTITY);

  private final String text;
  private final ImmutableSet<Activation> outputs;

  Cost(String text, Activation... outputs) {
    this.text = text;
    this.outputs = ImmutableSet.copyOf(outputs);
  }

  /**
   * The activation functions that the output layer may have with this cost, the usual one first.
   */
  public ImmutableSet<Activation> outputs() {
    return outputs;
  }

  /** The name in lower case, as on the command line. */
  @Override
  public String toString() {
    return text;
  }
}
