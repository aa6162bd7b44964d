package org.backproof.core.tensor;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What becomes of each label of a pattern, each list in ascending order: known from the pattern
 * alone, so it is worked out once.
 *
 * @param result the labels of the result's axes
 * @param kept all labels of the result, once
 * @param summed all labels that are summed over
 * @param batch the labels of both operands that are kept
 * @param inner the labels of both operands that are summed over
 * @param left what a contraction makes of its first operand
 * @param right what it makes of its second; the same as the first if there is one operand
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read in inner loops.
record LabelRoles(
    int[] result, int[] kept, int[] summed, int[] batch, int[] inner, Side left, Side right) {

  /**
   * One operand.
   *
   * @param labels of its axes
   * @param own the labels that it alone has and that are kept
   * @param order the order in which a matrix product wants its labels: batch, own, inner
   * @param reduced the labels that it alone has and that are summed over
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Side(int[] labels, int[] own, int[] order, int[] reduced) {}

  static LabelRoles of(ContractionPattern pattern) {
    ImmutableIntArray first = pattern.operands().get(0);
    ImmutableIntArray last = pattern.operands().get(pattern.operands().size() - 1);
    boolean binary = pattern.operands().size() == 2;
    IntPredicate both = label -> binary && first.contains(label) && last.contains(label);
    int[] batch = labels(pattern, label -> both.test(label) && !pattern.isSummed(label));
    int[] inner = labels(pattern, label -> both.test(label) && pattern.isSummed(label));
    return new LabelRoles(
        pattern.result().toArray(),
        labels(pattern, label -> !pattern.isSummed(label)),
        labels(pattern, pattern::isSummed),
        batch,
        inner,
        side(pattern, first, batch, inner),
        side(pattern, last, batch, inner));
  }

  private static Side side(
      ContractionPattern pattern, ImmutableIntArray operand, int[] batch, int[] inner) {
    IntPredicate alone =
        label ->
            operand.contains(label)
                && Ints.indexOf(batch, label) < 0
                && Ints.indexOf(inner, label) < 0;
    int[] own = labels(pattern, label -> alone.test(label) && !pattern.isSummed(label));
    int[] reduced = labels(pattern, label -> alone.test(label) && pattern.isSummed(label));
    return new Side(operand.toArray(), own, Ints.concat(batch, own, inner), reduced);
  }

  private static int[] labels(ContractionPattern pattern, IntPredicate condition) {
    return IntStream.range(0, pattern.labels()).filter(condition).toArray();
  }
}
