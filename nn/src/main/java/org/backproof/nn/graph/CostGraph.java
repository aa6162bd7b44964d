package org.backproof.nn.graph;

import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Dim;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.network.Activation;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;

/**
 * The cost of a network as a graph. Its variables are {@code X} (m x n), {@code Y} (m x K), {@code
 * Theta1} to {@code Theta(L-1)} and the scalar {@code lambda}; its sizes are {@code m}, {@code n},
 * {@code K} and {@code h}, or {@code h1}, {@code h2} and so on where there are several hidden
 * layers. Hence networks that differ in sizes and lambda alone have one graph. Its inner nodes are
 * named as in a derivation, {@code a1 = [1 X]}, {@code z2 = a1 Theta1ᵀ}, {@code a2 = [1 g(z2)]} and
 * so on up to {@code aL = g(zL)}, then {@code fit}, {@code penalty} and their sum {@code J}; so
 * derivatives can be taken by them, the deltas as {@code m dJ/dz}.
 *
 * <p>Both cross-entropies are written in terms of {@code zL}, for {@code log(sigmoid(z)) =
 * -softplus(-z)}: they stay finite and keep their digits at |z| = 800 and beyond. There {@code aL}
 * is what the network answers, but no part of the cost, which has the derivative 0 by it.
 */
public final class CostGraph {
  private static final Dim EXAMPLES = Dim.named("m");

  private final Network network;
  private final Expr inputs;
  private final Expr targets;
  private final Expr lambda = Expr.variable("lambda");
  private final ImmutableList<Expr> parameters;
  private final ImmutableList<Expr> preActivations;
  private final ImmutableList<Expr> activations;
  private final Expr fit;
  private final Expr penalty;
  private final Expr cost;

  private CostGraph(Network network) {
    this.network = network;
    this.inputs = Expr.variable("X", EXAMPLES, units(1));
    this.targets = Expr.variable("Y", EXAMPLES, units(network.layers()));
    List<Expr> thetas = new ArrayList<>();
    List<Expr> z = new ArrayList<>();
    List<Expr> a = new ArrayList<>();
    a.add(withBias(inputs).named("a1"));
    for (int layer = 2; layer <= network.layers(); layer++) {
      Expr theta = Expr.variable("Theta" + (layer - 1), units(layer), units(layer - 1).plus(1));
      thetas.add(theta);
      z.add(a.get(layer - 2).matmul(theta.transpose()).named("z" + layer));
      Expr value = apply(network.activation(layer), z.get(layer - 2));
      a.add((layer < network.layers() ? withBias(value) : value).named("a" + layer));
    }
    this.parameters = ImmutableList.copyOf(thetas);
    this.preActivations = ImmutableList.copyOf(z);
    this.activations = ImmutableList.copyOf(a);
    this.fit = losses().sum().dividedBy(Expr.size(EXAMPLES)).named("fit");
    this.penalty = penaltyOf(parameters).named("penalty");
    this.cost = fit.plus(penalty).named("J");
  }

  /** The graph of a network's cost. */
  public static CostGraph of(Network network) {
    return new CostGraph(network);
  }

  private Dim units(int layer) {
    if (layer == 1) {
      return Dim.named("n");
    }
    if (layer == network.layers()) {
      return Dim.named("K");
    }
    return Dim.named(network.layers() == 3 ? "h" : "h" + (layer - 1));
  }

  private static Expr withBias(Expr a) {
    return Structure.hstack(Structure.ones(EXAMPLES, Dim.ONE), a);
  }

  private static Expr apply(Activation activation, Expr z) {
    return switch (activation) {
      case SIGMOID -> Functions.sigmoid(z);
      case TANH -> Functions.tanh(z);
      case RELU -> Functions.relu(z);
      case SOFTMAX -> Functions.softmax(z, 1);
      case IDENTITY -> z;
    };
  }

  private Expr losses() {
    Expr z = preActivation(network.layers());
    return switch (network.cost()) {
      case CROSS_ENTROPY -> Functions.binaryCrossEntropyFromLogits(z, targets);
      case SOFTMAX_CROSS_ENTROPY -> Functions.crossEntropyFromLogits(z, targets);
      case SQUARED_ERROR ->
          activation(network.layers()).minus(targets).pow(2).dividedBy(Expr.literal(2));
    };
  }

  private Expr penaltyOf(List<Expr> thetas) {
    Expr squares =
        thetas.stream()
            .map(theta -> Structure.slice(theta, 1, Dim.ONE, theta.shape().dim(1)).pow(2).sum())
            .reduce(Expr::plus)
            .orElseThrow();
    return lambda.dividedBy(Expr.size(EXAMPLES).times(2)).times(squares);
  }

  public Network network() {
    return network;
  }

  /** X, one example a row: m x n. */
  public Expr inputs() {
    return inputs;
  }

  /** Y: m x K. */
  public Expr targets() {
    return targets;
  }

  /** The factor of the penalty, a scalar. */
  public Expr lambda() {
    return lambda;
  }

  /** {@code Theta_1} to {@code Theta_(L-1)}. */
  public ImmutableList<Expr> parameters() {
    return parameters;
  }

  /** {@code Theta_layer}, for a layer from 1 to L - 1. */
  public Expr parameter(int layer) {
    return parameters.get(checkElementIndex(layer - 1, parameters.size(), "layer - 1"));
  }

  /** {@code z_layer}, for a layer from 2 to L: a row for each example, a column for each unit. */
  public Expr preActivation(int layer) {
    return preActivations.get(checkElementIndex(layer - 2, preActivations.size(), "layer - 2"));
  }

  /**
   * {@code a_layer}, for a layer from 1 to L: a row for each example, a column for each unit, and
   * below layer L a column of ones for the bias unit before them.
   */
  public Expr activation(int layer) {
    return activations.get(checkElementIndex(layer - 1, activations.size(), "layer - 1"));
  }

  /** The mean loss, a scalar. */
  public Expr fit() {
    return fit;
  }

  /**
   * {@code lambda/(2m)} times the sum of the squares of the weights but the bias units', a scalar.
   */
  public Expr penalty() {
    return penalty;
  }

  /** J, the sum of {@link #fit} and {@link #penalty}. */
  public Expr cost() {
    return cost;
  }

  /**
   * Weights and examples for the variables, with this network's lambda.
   *
   * @throws IllegalArgumentException if they do not fit the network
   */
  public Bindings<Tensor> bind(Parameters weights, Examples examples) {
    network.requireFit(weights);
    network.requireFit(examples);
    ImmutableMap.Builder<Expr, Tensor> values = ImmutableMap.builder();
    values.put(inputs, examples.inputs());
    values.put(targets, examples.targets());
    values.put(lambda, Tensor.scalar(network.lambda()));
    for (int layer = 1; layer < network.layers(); layer++) {
      values.put(parameter(layer), weights.matrix(layer));
    }
    return Evaluator.doubles().bind(values.buildOrThrow());
  }
}
