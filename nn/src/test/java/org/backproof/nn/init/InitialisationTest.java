package org.backproof.nn.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;
import org.backproof.nn.network.Unrolling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialisationTest {
  private static final Network COURSE = Network.withLayers(400, 25, 10).build();
  private static final Network SMALL = Network.withLayers(1, 2).build();

  @Test
  void uniformFillsItsInterval() {
    Parameters weights = Initialisation.uniform(0.12).draw(COURSE, 3);

    assertThat(Arrays.stream(weights.toVector(Unrolling.ROW_MAJOR)))
        .hasSize(10285)
        .allMatch(w -> w >= -0.12 && w < 0.12)
        .anyMatch(w -> w < -0.11)
        .anyMatch(w -> w > 0.11);
    assertMoments(weights.matrix(1), 0.12 * 0.12 / 3);
  }

  @Test
  void boundFollowsFromTheFans() {
    Parameters weights = Initialisation.uniformByFan().draw(COURSE, 4);
    for (int layer = 1; layer <= 2; layer++) {
      double bound = Math.sqrt(6.0 / (COURSE.size(layer) + COURSE.size(layer + 1)));

      assertThat(weights.matrix(layer).stream())
          .allMatch(w -> Math.abs(w) <= bound)
          .anyMatch(w -> Math.abs(w) > 0.95 * bound);
      assertThat(weights.matrix(layer).columns(0, 1).toArray()).doesNotContain(0);
    }
  }

  @Test
  void xavierHasTheVarianceOfBothFansAndNoBias() {
    Tensor theta = Initialisation.xavier().draw(COURSE, 5).matrix(1);

    assertMoments(theta.columns(1, 401), 2.0 / 425);
    assertThat(theta.columns(0, 1)).isEqualTo(Tensor.zeros(25, 1));
  }

  @Test
  void heHasTheVarianceOfTheFanInAndNoBias() {
    Tensor theta = Initialisation.he().draw(COURSE, 6).matrix(1);

    assertMoments(theta.columns(1, 401), 2.0 / 400);
    assertThat(theta.columns(0, 1)).isEqualTo(Tensor.zeros(25, 1));
  }

  /**
   * Mean and variance of about 10,000 draws within five standard errors: of a mean sqrt(v/N), of a
   * normal variance v sqrt(2/N), of a uniform one less. The seed is fixed, so it fails always or
   * never.
   */
  private static void assertMoments(Tensor draws, double variance) {
    double mean = draws.sum() / draws.length();
    double found = draws.map(w -> (w - mean) * (w - mean)).sum() / (draws.length() - 1);

    assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(variance / draws.length())));
    assertThat(found).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / draws.length())));
  }

  @Test
  void constantsAreConstant() {
    assertThat(Initialisation.constant(0.5).draw(SMALL, 0).matrix(1))
        .isEqualTo(Tensor.full(0.5, 2, 2));
  }

  /** The first output of SplitMix64 at seed 0 is known: 0xe220a8397b1dcdaf. */
  @Test
  void bitsFollowFromTheSeed() {
    double first = (0xe220a8397b1dcdafL >>> 11) * 0x1.0p-53;

    assertThat(Initialisation.uniform(1).draw(SMALL, 0).matrix(1).entry(0))
        .isEqualTo(2 * first - 1);
    assertThat(Initialisation.uniform(1).draw(COURSE, 8))
        .isEqualTo(Initialisation.uniform(1).draw(COURSE, 8))
        .isNotEqualTo(Initialisation.uniform(1).draw(COURSE, 9));
  }

  /** The transform of Box and Muller, on the outputs of SplitMix64 at seed 0. */
  @Test
  void normalsFollowFromTheSeed() {
    double u = (0xe220a8397b1dcdafL >>> 11) * 0x1.0p-53;
    double v = (0x6e789e6aa1b965f4L >>> 11) * 0x1.0p-53;
    double normal = Math.sqrt(-2 * Math.log1p(-u)) * Math.cos(2 * Math.PI * v);
    Offset<Double> rounding = within(8 * Math.ulp(normal));

    assertThat(Initialisation.he().draw(SMALL, 0).matrix(1).entry(1) / Math.sqrt(2))
        .isCloseTo(normal, rounding);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.12, Double.NaN, Double.POSITIVE_INFINITY})
  void boundIsPositiveAndFinite(double epsilon) {
    assertThatThrownBy(() -> Initialisation.uniform(epsilon))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The bound of uniform weights must be positive and finite, not " + epsilon);
  }
}
