package org.backproof.nn.init;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;

/**
 * A way to choose the first weights of a network. The fan-in of a weight matrix is the number of
 * units below it without the bias unit, the fan-out the number of units above it. Immutable.
 *
 * <p>Weights are drawn matrix by matrix from the first layer on, each row by row.
 */
@FunctionalInterface
public interface Initialisation {
  /** The weights for a network; the same seed draws the same ones on every machine. */
  Parameters draw(Network network, long seed);

  /**
   * Every weight, those of the bias units included, uniform in [-epsilon, epsilon). The course
   * takes 0.12 for its network of 400, 25 and 10 units.
   *
   * @throws IllegalArgumentException if epsilon is not positive and finite
   */
  static Initialisation uniform(double epsilon) {
    checkArgument(
        epsilon > 0 && epsilon <= Double.MAX_VALUE,
        "The bound of uniform weights must be positive and finite, not %s",
        epsilon);
    return each((random, fanIn, fanOut, column) -> random.uniform(epsilon));
  }

  /**
   * Every weight, those of the bias units included, uniform within {@code sqrt(6) / sqrt(fan-in +
   * fan-out)}: the course's rule of thumb, after Glorot and Bengio (2010), equation 16.
   */
  static Initialisation uniformByFan() {
    return each(
        (random, fanIn, fanOut, column) ->
            random.uniform(Math.sqrt(6) / Math.sqrt(fanIn + fanOut)));
  }

  /**
   * Normal with variance {@code 2 / (fan-in + fan-out)}, the bias units' weights zero: Glorot and
   * Bengio, Understanding the difficulty of training deep feedforward neural networks (2010),
   * equation 12; known as Xavier's. For sigmoids and tanh.
   */
  static Initialisation xavier() {
    return each((random, fanIn, fanOut, column) -> normal(random, column, 2.0 / (fanIn + fanOut)));
  }

  /**
   * Normal with variance {@code 2 / fan-in}, the bias units' weights zero: He, Zhang, Ren and Sun,
   * Delving deep into rectifiers (2015), equation 10. For relu.
   */
  static Initialisation he() {
    return each((random, fanIn, fanOut, column) -> normal(random, column, 2.0 / fanIn));
  }

  /** The same number for every weight; hidden units then never come to differ. */
  static Initialisation constant(double value) {
    return each((random, fanIn, fanOut, column) -> value);
  }

  private static double normal(RandomDoubles random, int column, double variance) {
    return column == 0 ? 0 : Math.sqrt(variance) * random.normal();
  }

  private static Initialisation each(Weight weight) {
    return (network, seed) -> {
      RandomDoubles random = new RandomDoubles(seed);
      ImmutableList.Builder<Tensor> matrices = ImmutableList.builder();
      for (int layer = 1; layer < network.layers(); layer++) {
        int fanIn = network.size(layer);
        int fanOut = network.size(layer + 1);
        matrices.add(
            Tensor.generate(
                index -> weight.draw(random, fanIn, fanOut, index[1]), fanOut, fanIn + 1));
      }
      return Parameters.of(matrices.build());
    };
  }
}
