package org.backproof.autodiff.print;

/**
 * A piece of text that stands for an expression, and how tightly its outermost operation binds.
 *
 * @param binding one of the levels below; a part that binds less tightly than its place wants is
 *     put in brackets
 */
record Text(String text, int binding) {
  static final int CONDITIONAL = 0;
  static final int COMPARISON = 1;
  static final int SUM = 2;
  static final int PRODUCT = 3;
  static final int SIGN = 4;
  static final int POWER = 5;
  static final int ATOM = 6;

  static Text atom(String text) {
    return new Text(text, ATOM);
  }

  /**
   * The text where at least a binding is wanted, in the given brackets if it binds less tightly.
   */
  String at(int wanted, String open, String close) {
    return binding >= wanted ? text : open + text + close;
  }
}
