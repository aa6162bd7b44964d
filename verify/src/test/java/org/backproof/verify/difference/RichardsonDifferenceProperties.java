package org.backproof.verify.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RichardsonDifferenceProperties {
  @Property(tries = 300)
  void scalingAFunctionByAPowerOfTwoScalesItsEstimate(
      @ForAll Family family,
      @ForAll long seed,
      @ForAll @IntRange(min = -100, max = 100) int power) {
    Sample s = family.draw(seed);
    double factor = Math.scalb(1.0, power);

    Estimate plain = s.thorough();
    Estimate scaled = s.scaled(factor).thorough();

    assertThat(scaled.value()).isEqualTo(factor * plain.value());
    assertThat(scaled.error()).isEqualTo(factor * plain.error());
  }

  @Property(tries = 100, seed = "8")
  void onlyTheEntryItselfIsMovedAndItIsRestored(
      @ForAll @IntRange(min = 1, max = 6) int size, @ForAll long seed) {
    Draws d = new Draws(new SplittableRandom(seed));
    double[] x = d.vector(size, () -> d.sign() * d.scale(-8, 8));
    int axis = d.integer(0, size - 1);
    ToDoubleFunction<double[]> f =
        p -> {
          double sum = 0;
          for (int k = 0; k < size; k++) {
            assertThat(k == axis ? x[k] : p[k]).isEqualTo(x[k]);
            sum += Math.atan(p[k]);
          }
          return sum;
        };

    Estimate estimate = RichardsonDifference.partial(f, x, axis);

    assertThat(estimate.isResolved()).isTrue();
  }

  @Property(tries = 500, seed = "7")
  void kinksAreFoundAndTheirSlopesCovered(
      @ForAll @DoubleRange(min = -3, max = 3) double left,
      @ForAll @DoubleRange(min = -3, max = 3) double right,
      @ForAll @DoubleRange(min = -2, max = 2) double x) {
    Assume.that(Math.abs(right - left) > 1e-6);
    double atX = Math.cos(x);
    ToDoubleFunction<double[]> f = p -> Math.sin(p[0]) + (p[0] < x ? left : right) * (p[0] - x);

    OneSided sides = RichardsonDifference.oneSidedPartial(f, new double[] {x}, 0);
    Estimate both = RichardsonDifference.partial(f, new double[] {x}, 0);

    assertThat(sides.kind()).isEqualTo(OneSided.Kind.KINK);
    assertThat(sides.left().covers(atX + left)).isTrue();
    assertThat(sides.right().covers(atX + right)).isTrue();
    assertThat(both.covers(atX + left)).isTrue();
    assertThat(both.covers(atX + right)).isTrue();
    assertThat(both.error()).isLessThan(0.5 * Math.abs(right - left) + 0.005);
  }
}
