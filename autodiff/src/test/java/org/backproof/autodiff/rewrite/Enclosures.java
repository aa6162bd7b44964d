package org.backproof.autodiff.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.backproof.core.number.Interval;
import org.backproof.core.tensor.NumberTensor;

/** Two computations of one value, each with all its rounding errors enclosed. */
final class Enclosures {
  private Enclosures() {}

  /** Where both have a value, the enclosures have one in common. */
  static void assertMeet(NumberTensor<Interval> a, NumberTensor<Interval> b) {
    for (int i = 0; i < Math.max(a.length(), b.length()); i++) {
      Interval x = a.entry(Math.min(i, a.length() - 1));
      Interval y = b.entry(Math.min(i, b.length() - 1));
      boolean apart = x.high() < y.low() || y.high() < x.low();
      assertThat(apart).as("entry %s: %s and %s are apart", i, x, y).isFalse();
    }
  }
}
