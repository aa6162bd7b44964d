package org.backproof.nn.backprop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;

/**
 * The delta rule as it is taught: for each example forward, backward, and its share added to Delta;
 * then the mean and the penalty. Plain loops over arrays; layers are counted from 1, so that the
 * arrays' first places stay empty.
 */
final class ExampleDeltaRule implements DeltaRule {
  @Override
  public ForwardPass forward(Network network, Parameters parameters, Examples examples) {
    return new Run(network, parameters, examples).forwardPass();
  }

  @Override
  public Backpropagation backpropagate(Network network, Parameters parameters, Examples examples) {
    Run run = new Run(network, parameters, examples);
    ForwardPass forward = run.forwardPass();
    return run.backward(forward);
  }

  /** The arrays of one run: {@code z[l][i]}, {@code a[l][i]}, {@code delta[l][i]} of example i. */
  private static final class Run {
    final Network network;
    final Parameters parameters;
    final Examples examples;
    final int last;
    final int m;
    final double[][][] theta;
    final double[][][] z;
    final double[][][] a;
    final double[][][] delta;
    final double[][] y;

    Run(Network network, Parameters parameters, Examples examples) {
      network.requireFit(parameters);
      network.requireFit(examples);
      this.network = network;
      this.parameters = parameters;
      this.examples = examples;
      this.last = network.layers();
      this.m = examples.size();
      this.theta = new double[last][][];
      for (int l = 1; l < last; l++) {
        theta[l] = parameters.matrix(l).toMatrix();
      }
      this.z = new double[last + 1][m][];
      this.a = new double[last + 1][m][];
      this.delta = new double[last + 1][m][];
      this.y = examples.targets().toMatrix();
    }

    ForwardPass forwardPass() {
      double[][] x = examples.inputs().toMatrix();
      for (int i = 0; i < m; i++) {
        a[1][i] = withBias(x[i]);
        for (int l = 2; l <= last; l++) {
          z[l][i] = product(theta[l - 1], a[l - 1][i]);
          double[] units = ActivationFunctions.apply(network.activation(l), z[l][i]);
          a[l][i] = l < last ? withBias(units) : units;
        }
      }
      return new ForwardPass(network, parameters, examples, matrices(z, 2), matrices(a, 1));
    }

    Backpropagation backward(ForwardPass forward) {
      double[][][] sums = new double[last][][];
      for (int l = 1; l < last; l++) {
        sums[l] = new double[network.size(l + 1)][network.size(l) + 1];
      }
      for (int i = 0; i < m; i++) {
        delta[last][i] = outputDelta(z[last][i], a[last][i], y[i]);
        for (int l = last - 1; l >= 2; l--) {
          delta[l][i] = hiddenDelta(l, delta[l + 1][i], z[l][i]);
        }
        for (int l = 1; l < last; l++) {
          accumulate(sums[l], delta[l + 1][i], a[l][i]);
        }
      }
      List<Tensor> gradient = new ArrayList<>();
      for (int l = 1; l < last; l++) {
        gradient.add(Tensor.matrix(gradient(sums[l], theta[l])));
      }
      return new Backpropagation(forward, matrices(delta, 2), Parameters.of(gradient));
    }

    /** BP1. With both cross-entropies the derivative of the loss by a and that of a cancel. */
    double[] outputDelta(double[] zs, double[] as, double[] ys) {
      double[] result = new double[ys.length];
      double total = Arrays.stream(ys).sum();
      for (int k = 0; k < ys.length; k++) {
        result[k] =
            switch (network.cost()) {
              case CROSS_ENTROPY -> Loss.sigmoidError(zs[k], ys[k]);
              case SOFTMAX_CROSS_ENTROPY -> as[k] * total - ys[k];
              case SQUARED_ERROR -> (as[k] - ys[k]) * slope(last).applyAsDouble(zs[k]);
            };
      }
      return result;
    }

    /** BP2: what comes back through the weights, but not through those of the bias unit. */
    double[] hiddenDelta(int l, double[] above, double[] zs) {
      DoubleUnaryOperator slope = slope(l);
      double[] result = new double[zs.length];
      for (int j = 0; j < zs.length; j++) {
        double sum = 0;
        for (int k = 0; k < above.length; k++) {
          sum += theta[l][k][j + 1] * above[k];
        }
        result[j] = sum * slope.applyAsDouble(zs[j]);
      }
      return result;
    }

    /** BP3 and BP4: {@code Delta_l += delta_(l+1) a_lᵀ}, of which column 0 is for the bias. */
    static void accumulate(double[][] sum, double[] above, double[] as) {
      for (int k = 0; k < above.length; k++) {
        for (int j = 0; j < as.length; j++) {
          sum[k][j] += above[k] * as[j];
        }
      }
    }

    /** {@code Delta/m}, and {@code lambda/m Theta} outside of the bias column. */
    double[][] gradient(double[][] sum, double[][] weights) {
      double[][] result = new double[sum.length][sum[0].length];
      for (int k = 0; k < sum.length; k++) {
        result[k][0] = sum[k][0] / m;
        for (int j = 1; j < sum[k].length; j++) {
          result[k][j] = sum[k][j] / m + network.lambda() / m * weights[k][j];
        }
      }
      return result;
    }

    DoubleUnaryOperator slope(int l) {
      return ActivationFunctions.slope(network.activation(l));
    }
  }

  private static double[] withBias(double[] units) {
    double[] result = new double[units.length + 1];
    result[0] = 1;
    System.arraycopy(units, 0, result, 1, units.length);
    return result;
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] result = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        result[i] += matrix[i][j] * vector[j];
      }
    }
    return result;
  }

  private static List<Tensor> matrices(double[][][] arrays, int firstLayer) {
    return Arrays.stream(arrays).skip(firstLayer).map(Tensor::matrix).toList();
  }
}
