package org.backproof.verify.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How wide the bars are: a checker misses faults behind bars that are too wide. */
class BarsTest {
  private static final int DRAWS = 101;

  @ParameterizedTest
  @EnumSource(Family.class)
  void thoroughBarsAreNarrow(Family family) {
    double median = medianRelativeBar(family, Sample::thorough);

    assertThat(median).isLessThan(family.thoroughBar());
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void quickBarsAreNarrow(Family family) {
    double median = medianRelativeBar(family, Sample::quick);

    assertThat(median).isLessThan(family.quickBar());
  }

  private static double medianRelativeBar(Family family, Function<Sample, Estimate> method) {
    double[] bars =
        IntStream.range(0, DRAWS)
            .mapToObj(seed -> family.draw(seed))
            .mapToDouble(s -> method.apply(s).error() / Math.abs(s.derivative()))
            .toArray();
    Arrays.sort(bars);
    return bars[DRAWS / 2];
  }
}
