package org.backproof.verify.notation;

import com.google.common.collect.ImmutableSet;

/** The words that have a meaning of their own, and so are no names. */
public final class Words {
  /** They cannot be defined. */
  public static final ImmutableSet<String> RESERVED =
      ImmutableSet.<String>builder()
          .addAll(Statements.KEYWORDS)
          .add("if", "else", "in", "scalar", "True", "False", "inf")
          .build();

  private Words() {}
}
