package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;

/**
 * Rules that keep the meaning and make expressions smaller: laws of arithmetic on real numbers,
 * which hold over every other number system too.
 */
final class Simplification {
  static final ImmutableList<RewriteRule> RULES =
      ImmutableList.copyOf(
          Iterables.concat(
              Numbers.RULES,
              Algebra.NEUTRAL,
              Algebra.SIGNS,
              Algebra.FUNCTIONS,
              Algebra.CHOICES,
              Collection.RULES,
              Scaling.RULES,
              Contractions.RULES,
              Slices.RULES,
              Stacks.RULES));

  private Simplification() {}
}
