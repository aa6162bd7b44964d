package org.backproof.nn.backprop;

import static com.google.common.base.Preconditions.checkArgument;
import static org.backproof.nn.backprop.MatrixDeltaRule.withoutBias;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import java.util.Arrays;
import java.util.Optional;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.network.Activation;
import org.backproof.nn.network.Network;

/**
 * The slips that people make in the delta rule, each as one wrong step of it, so that a check can
 * be seen to find them. Which one shows where depends on the network: see {@link #firstShows}.
 */
public enum Fault {
  OUTPUT_DELTA_SIGN(
      "the output delta is y - a in place of a - y",
      Visibility.AT_OUTPUT_DELTA,
      new MatrixDeltaRule() {
        @Override
        Tensor outputDelta(ForwardPass pass) {
          return super.outputDelta(pass).times(-1);
        }
      }),

  OUTPUT_DELTA_OF_OTHER_COST(
      "the output delta has a factor g'(z) with a cross-entropy, none with the squared error",
      Visibility.AT_OUTPUT_DELTA.unless(
          network -> network.activation(network.layers()) == Activation.IDENTITY),
      new MatrixDeltaRule() {
        @Override
        Tensor outputDelta(ForwardPass pass) {
          Tensor error = pass.outputs().minus(pass.examples().targets());
          return switch (pass.network().cost()) {
            case CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY ->
                super.outputDelta(pass).times(outputSlope(pass));
            case SQUARED_ERROR -> error;
          };
        }
      }),

  SLOPE_FORGOTTEN(
      "a hidden delta lacks the factor g'(z)",
      Visibility.atHiddenDelta((network, layer) -> !isIdentity(network, layer)),
      new MatrixDeltaRule() {
        @Override
        Tensor hiddenDelta(ForwardPass pass, int layer, Tensor above) {
          return throughWeights(pass, layer, above);
        }
      }),

  SLOPE_AT_ACTIVATION(
      "a hidden delta has g'(a) in place of g'(z)",
      Visibility.atHiddenDelta(Fault::isSigmoidal),
      new MatrixDeltaRule() {
        @Override
        Tensor hiddenDelta(ForwardPass pass, int layer, Tensor above) {
          Tensor slope =
              withoutBias(pass.activation(layer))
                  .map(ActivationFunctions.slope(pass.network().activation(layer)));
          return throughWeights(pass, layer, above).times(slope);
        }
      }),

  SLOPE_FORMULA_AT_PRE_ACTIVATION(
      "g'(z) is written in terms of a but given z: z (1 - z) for a sigmoid, 1 - z^2 for a tanh",
      Visibility.atHiddenDelta(Fault::isSigmoidal),
      new MatrixDeltaRule() {
        @Override
        Tensor hiddenDelta(ForwardPass pass, int layer, Tensor above) {
          Tensor z = pass.preActivation(layer);
          Tensor slope =
              switch (pass.network().activation(layer)) {
                case SIGMOID -> z.map(x -> x * (1 - x));
                case TANH -> z.map(x -> 1 - x * x);
                case RELU, IDENTITY, SOFTMAX -> slope(pass, layer);
              };
          return throughWeights(pass, layer, above).times(slope);
        }
      }),

  SLOPE_OF_LAYER_ABOVE(
      "a hidden delta takes g' at the layer above, before the weights, in place of its own after",
      Visibility.atHiddenDelta(
          (network, layer) -> !isIdentity(network, layer) || !isIdentity(network, layer + 1)),
      new MatrixDeltaRule() {
        @Override
        Tensor hiddenDelta(ForwardPass pass, int layer, Tensor above) {
          boolean belowOutput = layer + 1 == pass.network().layers();
          Tensor slope = belowOutput ? outputSlope(pass) : slope(pass, layer + 1);
          return throughWeights(pass, layer, above.times(slope));
        }
      }),

  BIAS_INSIDE_ACTIVATION(
      "the bias unit of a hidden layer goes through the activation: g(1) in place of 1",
      Visibility.atActivation(Fault::isSigmoidal),
      new MatrixDeltaRule() {
        @Override
        Tensor withBias(Activation activation, Tensor units) {
          double bias = ActivationFunctions.function(activation).applyAsDouble(1);
          return Tensor.hstack(Tensor.full(bias, units.size(0), 1), units);
        }
      }),

  WRONG_COLUMN_DROPPED(
      "a hidden delta drops the last column of Theta in place of the bias column, off by one",
      Visibility.atHiddenDelta((network, layer) -> true),
      new MatrixDeltaRule() {
        @Override
        Tensor throughWeights(ForwardPass pass, int layer, Tensor above) {
          Tensor theta = pass.parameters().matrix(layer);
          return above.matmul(theta.columns(0, theta.size(1) - 1));
        }
      }),

  UPDATED_WEIGHTS(
      "a hidden delta goes back through weights that a step of rate 1/2 has changed already",
      Visibility.atHiddenDelta((network, layer) -> true),
      new MatrixDeltaRule() {
        @Override
        Tensor throughWeights(ForwardPass pass, int layer, Tensor above) {
          Tensor step = gradient(pass, layer, above).times(0.5);
          return above.matmul(withoutBias(pass.parameters().matrix(layer).minus(step)));
        }
      }),

  PRE_ACTIVATION_ACCUMULATED(
      "Delta adds up delta times z of a hidden layer in place of its a",
      Visibility.atGradient((network, layer) -> layer > 1 && !isIdentity(network, layer)),
      new MatrixDeltaRule() {
        @Override
        Tensor accumulated(ForwardPass pass, int layer, Tensor above) {
          return layer == 1
              ? super.accumulated(pass, layer, above)
              : above.transpose().matmul(withBias(Activation.IDENTITY, pass.preActivation(layer)));
        }
      }),

  LAST_EXAMPLE_ALONE(
      "each example overwrites Delta in place of adding to it, so that the last alone counts",
      Visibility.AT_LAST_GRADIENT.withSeveralExamples(),
      new MatrixDeltaRule() {
        @Override
        Tensor accumulated(ForwardPass pass, int layer, Tensor above) {
          int m = pass.examples().size();
          return above.rows(m - 1, m).transpose().matmul(pass.activation(layer).rows(m - 1, m));
        }
      }),

  EXAMPLE_FORGOTTEN(
      "the loop over the examples stops one short of the last",
      Visibility.AT_LAST_GRADIENT,
      new MatrixDeltaRule() {
        @Override
        Tensor accumulated(ForwardPass pass, int layer, Tensor above) {
          int rest = pass.examples().size() - 1;
          return above.rows(0, rest).transpose().matmul(pass.activation(layer).rows(0, rest));
        }
      }),

  MEAN_FORGOTTEN(
      "Delta is not divided by m",
      Visibility.AT_LAST_GRADIENT.withSeveralExamples(),
      new MatrixDeltaRule() {
        @Override
        Tensor gradient(ForwardPass pass, int layer, Tensor above) {
          return accumulated(pass, layer, above).plus(penaltyGradient(pass, layer));
        }
      }),

  MEAN_TAKEN_TWICE(
      "Delta is divided by m twice",
      Visibility.AT_LAST_GRADIENT.withSeveralExamples(),
      new MatrixDeltaRule() {
        @Override
        Tensor accumulated(ForwardPass pass, int layer, Tensor above) {
          return super.accumulated(pass, layer, above).times(1.0 / pass.examples().size());
        }
      }),

  GRADIENT_TRANSPOSED(
      "the gradient is unrolled column by column and read back row by row",
      Visibility.atGradient((network, layer) -> network.size(layer + 1) > 1),
      new MatrixDeltaRule() {
        @Override
        Tensor gradient(ForwardPass pass, int layer, Tensor above) {
          Tensor right = super.gradient(pass, layer, above);
          return right.transpose().reshape(right.sizes());
        }
      }),

  BIAS_GRADIENT_FORGOTTEN(
      "the gradient by the weights of the bias unit is zero",
      Visibility.AT_LAST_GRADIENT,
      new MatrixDeltaRule() {
        @Override
        Tensor gradient(ForwardPass pass, int layer, Tensor above) {
          Tensor right = super.gradient(pass, layer, above);
          return Tensor.hstack(Tensor.zeros(right.size(0), 1), withoutBias(right));
        }
      }),

  FIRST_LAYER_FORGOTTEN(
      "the gradient of the first layer is zero, since the loop over the layers stops one short",
      Visibility.atGradient((network, layer) -> layer == 1),
      new MatrixDeltaRule() {
        @Override
        Tensor gradient(ForwardPass pass, int layer, Tensor above) {
          Tensor right = super.gradient(pass, layer, above);
          return layer == 1 ? Tensor.zeros(right.sizes()) : right;
        }
      }),

  PENALTY_FORGOTTEN(
      "the gradient lacks the penalty's share",
      Visibility.AT_LAST_GRADIENT.withPenalty(),
      new MatrixDeltaRule() {
        @Override
        Tensor penaltyGradient(ForwardPass pass, int layer) {
          return super.penaltyGradient(pass, layer).times(0);
        }
      }),

  PENALTY_SIGN(
      "the penalty's share is taken away from the gradient in place of being added",
      Visibility.AT_LAST_GRADIENT.withPenalty(),
      new MatrixDeltaRule() {
        @Override
        Tensor penaltyGradient(ForwardPass pass, int layer) {
          return super.penaltyGradient(pass, layer).times(-1);
        }
      }),

  PENALTY_HALVED(
      "the penalty's share has lambda/(2m), the factor of the cost, in place of lambda/m",
      Visibility.AT_LAST_GRADIENT.withPenalty(),
      new MatrixDeltaRule() {
        @Override
        Tensor penaltyGradient(ForwardPass pass, int layer) {
          return super.penaltyGradient(pass, layer).times(0.5);
        }
      }),

  PENALTY_NOT_OVER_M(
      "the penalty's share has lambda in place of lambda/m",
      Visibility.AT_LAST_GRADIENT.withPenalty().withSeveralExamples(),
      new MatrixDeltaRule() {
        @Override
        Tensor penaltyGradient(ForwardPass pass, int layer) {
          return super.penaltyGradient(pass, layer).times(pass.examples().size());
        }
      }),

  BIAS_PENALISED(
      "the penalty's share covers the weights of the bias unit too",
      Visibility.AT_LAST_GRADIENT.withPenalty(),
      new MatrixDeltaRule() {
        @Override
        Tensor penaltyGradient(ForwardPass pass, int layer) {
          double factor = pass.network().lambda() / pass.examples().size();
          return pass.parameters().matrix(layer).times(factor);
        }
      });

  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  private final Visibility visibility;

  @SuppressWarnings("ImmutableEnumChecker") // Steps without state.
  private final MatrixDeltaRule rule;

  Fault(String description, Visibility visibility, MatrixDeltaRule rule) {
    this.description = description;
    this.visibility = visibility;
    this.rule = rule;
  }

  private static boolean isSigmoidal(Network network, int layer) {
    Activation activation = network.activation(layer);
    return activation == Activation.SIGMOID || activation == Activation.TANH;
  }

  private static boolean isIdentity(Network network, int layer) {
    return network.activation(layer) == Activation.IDENTITY;
  }

  /** {@code g'(z_L)}, for a softmax that of each unit by its own z alone. */
  private static Tensor outputSlope(ForwardPass pass) {
    int last = pass.network().layers();
    Activation activation = pass.network().activation(last);
    return activation == Activation.SOFTMAX
        ? pass.outputs().map(a -> a * (1 - a))
        : pass.preActivation(last).map(ActivationFunctions.slope(activation));
  }

  /**
   * The fault of a name.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  public static Fault named(String name) {
    Optional<Fault> fault =
        Arrays.stream(values()).filter(candidate -> candidate.toString().equals(name)).findFirst();
    checkArgument(
        fault.isPresent(),
        "There is no fault '%s'; there are %s",
        name,
        Joiner.on(", ").join(values()));
    return fault.get();
  }

  /** What is wrong, in one line. */
  public String description() {
    return description;
  }

  /**
   * The first matrix that this fault makes wrong, in the order of {@link Quantity#inOrder}: nothing
   * where it cannot show, such as a wrong penalty with lambda 0 or a forgotten mean with m = 1. It
   * holds for weights and examples in general position; where all is zero no fault shows.
   *
   * @param examples m
   */
  public Optional<Quantity> firstShows(Network network, int examples) {
    return visibility.first(network, examples);
  }

  DeltaRule rule() {
    return rule;
  }

  /** The name in lower case with hyphens, as on the command line. */
  @Override
  public String toString() {
    return Ascii.toLowerCase(name()).replace('_', '-');
  }
}
