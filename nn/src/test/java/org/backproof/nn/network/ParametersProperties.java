package org.backproof.nn.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.backproof.nn.NetworkCase;

class ParametersProperties {
  @Provide
  Arbitrary<Network> networks() {
    return NetworkCase.networks(Activation.SIGMOID);
  }

  @Property(tries = 200)
  void vectorAndMatricesRoundTrip(@ForAll("networks") Network network, @ForAll Unrolling order) {
    double[] vector = counting(network);
    Parameters parameters = Parameters.fromVector(network, vector, order);

    assertThat(parameters.toVector(order)).isEqualTo(vector);
    assertThat(Parameters.of(parameters.matrices())).isEqualTo(parameters);
    network.requireFit(parameters);
  }

  @Property(tries = 200)
  void entryOfTheVectorIsThatOfTheMatrix(
      @ForAll("networks") Network network, @ForAll Unrolling order) {
    double[] vector = counting(network);
    Parameters parameters = Parameters.fromVector(network, vector, order);
    for (int i = 0; i < vector.length; i++) {
      Entry entry = parameters.entry(i, order);

      assertThat(parameters.matrix(entry.layer()).get(entry.row(), entry.column())).isEqualTo(i);
    }
  }

  private static double[] counting(Network network) {
    double[] vector = new double[network.weights()];
    Arrays.setAll(vector, i -> i);
    return vector;
  }
}
