package org.backproof.verify.arbitrary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;

/**
 * What an operation can be applied to.
 *
 * @param first its first operand
 * @param second another part, which broadcasts with the first
 * @param all the parts there are, the latest first
 */
record Operands(Part first, Part second, ImmutableList<Part> all) {
  static Operands of(Step step, List<Part> parts) {
    ImmutableList<Part> all = ImmutableList.copyOf(Lists.reverse(parts));
    Part first = all.get(step.first() % all.size());
    List<Part> fitting = all.stream().filter(first::broadcastsWith).toList();
    return new Operands(first, fitting.get(step.second() % fitting.size()), all);
  }
}
