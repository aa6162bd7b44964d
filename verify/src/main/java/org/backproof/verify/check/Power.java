package org.backproof.verify.check;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The smallest relative errors in a single entry that a comparison would have caught.
 *
 * @param typical the median over the entries that are not zero; NaN if all are
 * @param largest the largest over those entries: an error above it would have been caught in any of
 *     them; NaN if all are zero
 */
public record Power(double typical, double largest) {
  /** The power of holding a gradient against a reference. */
  static Power of(Measured gradient, Measured reference) {
    double[] relative =
        IntStream.range(0, gradient.values().length())
            .filter(i -> gradient.values().entry(i) != 0)
            .mapToDouble(
                i ->
                    (gradient.errors().entry(i) + reference.errors().entry(i))
                        / Math.abs(gradient.values().entry(i)))
            .sorted()
            .toArray();
    return relative.length == 0
        ? new Power(Double.NaN, Double.NaN)
        : new Power(relative[relative.length / 2], Arrays.stream(relative).max().getAsDouble());
  }
}
