package org.backproof.verify.check;

import java.util.SplittableRandom;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.init.Initialisation;
import org.backproof.nn.network.Cost;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;
import org.backproof.verify.difference.DifferenceGradient;

/** Weights and examples drawn by a seed. */
final class Cases {
  private Cases() {}

  static Parameters weights(Network network, long seed) {
    return Initialisation.uniform(0.12).draw(network, seed);
  }

  /** Inputs from [-1, 1) and one class an example; for the squared error targets from [0, 1). */
  static Examples examples(Network network, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int classes = network.outputs();
    Tensor inputs = Tensor.generate(index -> random.nextDouble() * 2 - 1, count, network.inputs());
    int[] labels = random.ints(count, 0, classes).toArray();
    Tensor targets =
        network.cost() == Cost.SQUARED_ERROR
            ? Tensor.generate(index -> random.nextDouble(), count, classes)
            : Tensor.generate(index -> labels[index[0]] == index[1] ? 1 : 0, count, classes);
    return Examples.of(inputs, targets);
  }

  static NetworkReport report(NetworkCheck check, Network network, int examples, long seed) {
    return check
        .withSeed(seed)
        .withDifferences(DifferenceGradient.quick())
        .run(weights(network, seed), examples(network, examples, seed));
  }
}
