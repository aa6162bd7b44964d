package org.backproof.verify.arbitrary;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Doubles to fill tensors with. All shrink toward 0 and round numbers. */
public final class Entries {
  private Entries() {}

  /**
   * Multiples of a half from -4 to 4: sums and products of a few are exact in doubles, and zeros
   * and ties are frequent.
   */
  public static Arbitrary<Double> round() {
    return Arbitraries.integers().between(-8, 8).map(halves -> halves / 2.0);
  }

  /** From -4 to 4: round numbers, and others that are rounded in every operation. */
  public static Arbitrary<Double> moderate() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, round()),
        Tuple.of(
            3,
            Arbitraries.doubles()
                .between(-4, 4)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())));
  }

  /**
   * Moderate numbers and a few of magnitudes from 1e-300 to 1e300, zeros of both signs included.
   */
  public static Arbitrary<Double> wide() {
    Arbitrary<Double> scaled =
        Combinators.combine(
                Arbitraries.doubles().between(-9.9, 9.9).ofScale(3),
                Arbitraries.integers().between(-300, 300))
            .as((digits, exponent) -> digits * Math.pow(10, exponent));
    return Arbitraries.frequencyOf(
        Tuple.of(3, moderate()), Tuple.of(2, scaled), Tuple.of(1, Arbitraries.just(-0.0)));
  }

  /** Wide numbers and all that arithmetic treats apart: infinities, NaN, the ends of the range. */
  public static Arbitrary<Double> special() {
    Arbitrary<Double> special =
        Arbitraries.of(
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -Double.MAX_VALUE);
    return Arbitraries.frequencyOf(Tuple.of(4, wide()), Tuple.of(1, special));
  }
}
