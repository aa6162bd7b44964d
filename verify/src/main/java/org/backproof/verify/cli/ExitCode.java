package org.backproof.verify.cli;

/** What the command tells the shell. */
final class ExitCode {
  static final int PASSED = 0;
  static final int DIFFERENCE = 1;
  static final int BAD_INPUT = 2;

  private ExitCode() {}
}
