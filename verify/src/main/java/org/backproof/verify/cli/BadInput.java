package org.backproof.verify.cli;

/** Something that the user gave does not work; the message says what, and how to mend it. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }
}
