package org.backproof.verify.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class QuickDifferenceTest {
  private static final double STEP = 0x1p-10;

  @Test
  void cubicHasNoTruncation() {
    QuickDifference difference = measured(p -> p[0] * p[0] * p[0] + p[0], 1);

    assertThat(difference.isRegular()).isTrue();
    assertThat(Math.abs(difference.value() - 4)).isLessThan(1e-12);
  }

  @Test
  void errorIsTheChangeOfTheExtrapolationAndTheNoise() {
    QuickDifference difference = measured(p -> Math.exp(p[0]), 0);

    // The nearer difference is off by h^2 f''' / 6.
    double change = STEP * STEP / 6;
    assertThat(difference.error()).isBetween(change, change * 1.001 + 1e-11);
    assertThat(Math.abs(difference.value() - 1)).isLessThan(1e-4 * change);
  }

  @Test
  void takesFourValues() {
    AtomicInteger calls = new AtomicInteger();

    measured(
        p -> {
          calls.incrementAndGet();
          return p[0];
        },
        1);

    // The fifth is the one at the point, taken once for all entries.
    assertThat(calls).hasValue(5);
  }

  @Test
  void whatIsNotSmoothOverTheStepsIsIrregular() {
    assertThat(measured(p -> Math.abs(p[0]), 0).isRegular()).isFalse();
    assertThat(measured(p -> 5 * p[0] + 1e-3 * Math.abs(p[0]), 0).isRegular()).isFalse();
    assertThat(measured(p -> Math.abs(p[0]), 0.5 * STEP).isRegular()).isFalse();
    assertThat(measured(p -> Math.abs(p[0]), 1.5 * STEP).isRegular()).isFalse();
    assertThat(measured(p -> Math.abs(p[0]), 2 * STEP).isRegular()).isTrue();
    assertThat(measured(p -> Math.signum(p[0]), 0.5 * STEP).isRegular()).isFalse();
    assertThat(measured(p -> Math.sin(1e5 * p[0]), 1).isRegular()).isFalse();
    assertThat(measured(p -> Math.exp(1e3 * p[0]), 0).isRegular()).isFalse();
    assertThat(measured(p -> Math.sqrt(p[0]), 0.5 * STEP).isRegular()).isFalse();
    assertThat(measured(p -> Math.exp(7e5 * p[0]), 0).isRegular()).isFalse();
  }

  @Test
  void stationaryPointsAndNoiseAreRegular() {
    assertThat(measured(p -> Math.cos(p[0]), 0).isRegular()).isTrue();
    assertThat(measured(p -> Math.exp(p[0]) - p[0], 0).isRegular()).isTrue();
    assertThat(measured(p -> 3, 0).isRegular()).isTrue();
    assertThat(measured(p -> (p[0] + 1e8) - 1e8, 0.3, 5e-9).isRegular()).isTrue();
  }

  private static QuickDifference measured(ToDoubleFunction<double[]> f, double x) {
    return measured(f, x, 1e-16);
  }

  private static QuickDifference measured(
      ToDoubleFunction<double[]> f, double x, double deviation) {
    CoordinateLine line = new CoordinateLine(f, new double[] {x}, 0);
    double centre = line.valueAt(0);
    QuickDifference difference = new QuickDifference(line, new FunctionNoise(deviation), centre);
    difference.measure(STEP);
    return difference;
  }
}
