package org.backproof.verify.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.backproof.core.number.Interval;
import org.backproof.core.number.IntervalNumbers;
import org.backproof.core.tensor.NumberTensor;

/** Intervals hold the exact values. */
final class Enclosures {
  private Enclosures() {}

  static void check(Problem problem) {
    List<NumberTensor<Interval>> enclosures =
        problem.values(IntervalNumbers.INSTANCE, IntervalNumbers.INSTANCE::of);
    for (int k = 0; k < enclosures.size(); k++) {
      List<Estimate> exact = problem.exact(k);
      for (int i = 0; i < exact.size(); i++) {
        Estimate value = exact.get(i);
        assertThat(enclosures.get(k).entry(i))
            .as("the enclosure of %s, entry %s", problem.expressions().get(k), i)
            .matches(x -> x.isUndefined() || encloses(x, value), "encloses " + value);
      }
    }
  }

  private static boolean encloses(Interval x, Estimate value) {
    return isBelow(x.low(), value.value().add(value.error()))
        && isBelow(-x.high(), value.error().subtract(value.value()));
  }

  private static boolean isBelow(double low, BigDecimal value) {
    return Double.isInfinite(low) ? low < 0 : new BigDecimal(low).compareTo(value) <= 0;
  }
}
