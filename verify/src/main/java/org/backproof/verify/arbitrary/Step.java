package org.backproof.verify.arbitrary;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * One step in building a graph, as numbers that are read modulo what there is to choose from, so
 * that each step fits each graph and all shrink toward 0.
 *
 * @param operation which operation is applied
 * @param first which part, counted back from the latest, is its first operand
 * @param second which of the parts that fit is its second operand
 * @param detail what else the operation chooses
 */
record Step(int operation, int first, int second, int detail) {
  private static final int GREATEST = 1 << 24;

  static Arbitrary<Step> any() {
    Arbitrary<Integer> earlier =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(0)), Tuple.of(2, Arbitraries.integers().between(0, 11)));
    return Combinators.combine(numbers(), earlier, earlier, numbers()).as(Step::new);
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers()
        .between(0, GREATEST)
        .withDistribution(RandomDistribution.uniform());
  }
}
