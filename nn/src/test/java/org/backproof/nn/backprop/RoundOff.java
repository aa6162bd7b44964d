package org.backproof.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.backprop.Quantity.Kind;
import org.backproof.nn.network.Activation;
import org.backproof.nn.network.Network;

/**
 * How far rounding can carry a computed quantity from its true value, entry by entry, in whatever
 * order its sums are added: a running error analysis (Higham, Accuracy and Stability of Numerical
 * Algorithms, 2002, section 3.3) of the formulas of back-propagation, to first order. A sum of k
 * products is off by at most k u times the sum of their magnitudes; here u is taken twice, which
 * covers the terms of higher order.
 */
final class RoundOff {
  private static final double EPS = Math.ulp(1.0);

  /** Relative error of an activation function or its derivative, in units of EPS. */
  private static final double FUNCTION = 8;

  private final Backpropagation run;
  private final Network network;
  private final Map<Quantity, Tensor> bounds = new HashMap<>();

  RoundOff(Backpropagation run) {
    this.run = run;
    this.network = run.forward().network();
    forward();
    backward();
  }

  private void forward() {
    Tensor error = Tensor.zeros(magnitude(run.forward().activation(1)).sizes());
    for (int layer = 2; layer <= network.layers(); layer++) {
      Tensor weights = magnitude(run.forward().parameters().matrix(layer - 1)).transpose();
      Tensor below = magnitude(run.forward().activation(layer - 1));
      Tensor z =
          error.matmul(weights).plus(below.matmul(weights).times((weights.size(0) + 2) * EPS));
      Tensor a = activationError(layer, z);
      error = layer < network.layers() ? Tensor.hstack(Tensor.zeros(a.size(0), 1), a) : a;
      bounds.put(new Quantity(Kind.PRE_ACTIVATION, layer), z);
      bounds.put(new Quantity(Kind.ACTIVATION, layer), error);
    }
  }

  private Tensor activationError(int layer, Tensor zError) {
    Tensor z = run.forward().preActivation(layer);
    if (network.activation(layer) == Activation.SOFTMAX) {
      return softmaxError(z, zError);
    }
    Tensor a = z.map(ActivationFunctions.function(network.activation(layer)));
    return zError.plus(magnitude(a).times(FUNCTION * EPS));
  }

  /**
   * A softmax moves by at most half as much as the z that moves most; exp amplifies what is lost.
   */
  private Tensor softmaxError(Tensor z, Tensor zError) {
    Tensor relative =
        rowMaxima(magnitude(z)).times(2).plus(Tensor.scalar(z.size(1) + FUNCTION)).times(EPS);
    return rowMaxima(zError)
        .times(0.5)
        .plus(ActivationFunctions.apply(Activation.SOFTMAX, z).times(relative));
  }

  private void backward() {
    int last = network.layers();
    int m = run.forward().examples().size();
    Tensor error = outputError();
    for (int layer = last; layer >= 2; layer--) {
      Tensor delta = magnitude(run.delta(layer));
      bounds.put(new Quantity(Kind.DELTA, layer), error);
      Tensor a = magnitude(run.forward().activation(layer - 1));
      Tensor aError =
          bounds.getOrDefault(new Quantity(Kind.ACTIVATION, layer - 1), Tensor.zeros(a.sizes()));
      Tensor products = delta.transpose().matmul(a);
      Tensor theta = magnitude(run.forward().parameters().matrix(layer - 1));
      bounds.put(
          new Quantity(Kind.GRADIENT, layer - 1),
          error
              .transpose()
              .matmul(a)
              .plus(delta.transpose().matmul(aError))
              .plus(products.times((m + 5) * EPS))
              .plus(theta.times(5 * EPS * network.lambda()))
              .times(1.0 / m));
      if (layer > 2) {
        error = hiddenError(layer - 1, delta, error);
      }
    }
  }

  private Tensor outputError() {
    int last = network.layers();
    Tensor a = magnitude(run.forward().outputs());
    Tensor y = run.forward().examples().targets();
    Tensor zError = bound(Kind.PRE_ACTIVATION, last);
    Tensor aError = bound(Kind.ACTIVATION, last);
    Tensor rounding = a.plus(magnitude(y)).times(FUNCTION * EPS);
    return switch (network.cost()) {
      case CROSS_ENTROPY -> zError.times(0.25).plus(rounding);
      case SOFTMAX_CROSS_ENTROPY ->
          aError
              .plus(rounding.times(y.size(1)))
              .times(y.matmul(Tensor.ones(y.size(1), 1)))
              .plus(rounding);
      case SQUARED_ERROR ->
          aError
              .plus(rounding)
              .times(slopeWithError(last, zError))
              .plus(magnitude(run.forward().outputs().minus(y)).times(slopeError(last, zError)));
    };
  }

  private Tensor hiddenError(int layer, Tensor above, Tensor aboveError) {
    Tensor weights =
        MatrixDeltaRule.withoutBias(magnitude(run.forward().parameters().matrix(layer)));
    Tensor zError = bound(Kind.PRE_ACTIVATION, layer);
    Tensor products = above.matmul(weights);
    Tensor productsError =
        aboveError.matmul(weights).plus(products.times((above.size(1) + 5) * EPS));
    return productsError
        .times(slopeWithError(layer, zError))
        .plus(products.times(slopeError(layer, zError)));
  }

  /** {@code max|g''|} times the error of z, and the error of g' itself. */
  private Tensor slopeError(int layer, Tensor zError) {
    double curvature =
        switch (network.activation(layer)) {
          case SIGMOID -> 0.1;
          case TANH -> 0.8;
          case RELU, IDENTITY -> 0;
          case SOFTMAX -> throw new AssertionError("a softmax has no g'");
        };
    return zError.times(curvature).plus(slope(layer).times(FUNCTION * EPS));
  }

  private Tensor slopeWithError(int layer, Tensor zError) {
    return slope(layer).plus(slopeError(layer, zError));
  }

  private Tensor slope(int layer) {
    DoubleUnaryOperator slope = ActivationFunctions.slope(network.activation(layer));
    return run.forward().preActivation(layer).map(slope);
  }

  private Tensor bound(Kind kind, int layer) {
    return of(new Quantity(kind, layer));
  }

  /** How far the cost can be off. */
  double ofCost() {
    int last = network.layers();
    Tensor z = run.forward().preActivation(last);
    Tensor zError = bound(Kind.PRE_ACTIVATION, last);
    int terms = z.length();
    Tensor y = run.forward().examples().targets();
    double ofLosses =
        switch (network.cost()) {
          case CROSS_ENTROPY -> zError.sum();
          case SOFTMAX_CROSS_ENTROPY -> {
            Tensor size = rowMaxima(magnitude(z)).times(2).plus(Tensor.scalar(terms));
            yield y.times(rowMaxima(zError).times(2).plus(size.times(FUNCTION * EPS))).sum();
          }
          case SQUARED_ERROR -> {
            Tensor a = run.forward().outputs();
            Tensor error =
                bound(Kind.ACTIVATION, last)
                    .plus(magnitude(a).plus(magnitude(y)).times(FUNCTION * EPS));
            Tensor distance = magnitude(a.minus(y));
            yield distance.plus(error).times(error).sum();
          }
        };
    int weights = run.forward().parameters().length();
    return ofLosses / y.size(0)
        + (terms + FUNCTION) * EPS * run.forward().fit()
        + (weights + FUNCTION) * EPS * run.forward().penalty();
  }

  /**
   * Whether every relu is on the same side of its kink whatever the rounding: its z is further from
   * 0 than it can be off, or is 0 without any rounding.
   */
  boolean isClearOfKinks() {
    for (int layer = 2; layer <= network.layers(); layer++) {
      Tensor z = magnitude(run.forward().preActivation(layer));
      Tensor clearance = z.minus(bound(Kind.PRE_ACTIVATION, layer));
      boolean isClear = z.zip(clearance, (x, c) -> x == c || c > 0 ? 0 : 1).sum() == 0;
      if (network.activation(layer) == Activation.RELU && !isClear) {
        return false;
      }
    }
    return true;
  }

  /** Asserts that another computation of a quantity may differ by rounding, here and there. */
  void assertAgrees(Quantity quantity, Tensor other) {
    assertAgrees(quantity.toString(), other, run.value(quantity), of(quantity).times(2));
  }

  static void assertAgrees(String what, Tensor actual, Tensor expected, Tensor bound) {
    assertThat(actual.sizes()).as("sizes of %s", what).isEqualTo(expected.sizes());
    for (int i = 0; i < actual.length(); i++) {
      assertThat(Math.abs(actual.entry(i) - expected.entry(i)))
          .as(
              "%s at %s: %s against %s",
              what, Arrays.toString(actual.index(i)), actual.entry(i), expected.entry(i))
          .isLessThanOrEqualTo(bound.entry(i));
    }
  }

  /** How far the quantity can be off, entry by entry. */
  Tensor of(Quantity quantity) {
    return Objects.requireNonNull(bounds.get(quantity));
  }

  private static Tensor magnitude(Tensor tensor) {
    return tensor.map(Math::abs);
  }

  private static Tensor rowMaxima(Tensor matrix) {
    return Tensor.of(
        Arrays.stream(matrix.toMatrix())
            .mapToDouble(row -> Arrays.stream(row).max().orElseThrow())
            .toArray(),
        matrix.size(0),
        1);
  }
}
