package org.backproof.verify.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class FunctionNoiseProperties {
  @Property(tries = 1000, seed = "5")
  void addedNoiseIsMeasuredToAFactorOfFour(
      @ForAll @DoubleRange(min = -12, max = -3) double exponent,
      @ForAll @DoubleRange(min = -3, max = 3) double x,
      @ForAll long seed) {
    double amplitude = Math.pow(10, exponent);
    double deviation = amplitude / Math.sqrt(3);

    double measured =
        FunctionNoise.ofPartial(
                p -> Math.cos(p[0]) + amplitude * noise(p[0], seed), new double[] {x}, 0)
            .orElseThrow()
            .deviation();

    assertThat(measured).isBetween(deviation / 4, deviation * 4);
  }

  @Property(tries = 300, seed = "6")
  void scalingAFunctionByAPowerOfTwoScalesItsNoise(
      @ForAll Family family,
      @ForAll long seed,
      @ForAll @IntRange(min = -100, max = 100) int power) {
    Sample s = family.draw(seed);

    double factor = Math.scalb(1.0, power);

    assertThat(s.scaled(factor).noise()).isEqualTo(factor * s.noise());
  }

  /** A number between -1 and 1 that depends on every bit of {@code x}. */
  private static double noise(double x, long seed) {
    return 2 * new SplittableRandom(Double.doubleToLongBits(x) * 31 + seed).nextDouble() - 1;
  }
}
