package org.backproof.verify.notation;

/** What a text may be at most, so that reading it takes bounded time, room and depth. */
final class Limits {
  /** Bytes of a file. */
  static final int FILE_BYTES = 4 << 20;

  /** Characters of a line. */
  static final int LINE = 10_000;

  /** Open brackets, or operators before an operand, at one place. */
  static final int NESTING = 200;

  /** Names, numbers and signs of a statement; this bounds the depth of its tree too. */
  static final int TOKENS = 600;

  /** Digits of a number, before and after its point. */
  static final int DIGITS = 400;

  private Limits() {}
}
