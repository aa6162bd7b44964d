package org.backproof.verify.notation;

/** Ends the reading of a statement. */
final class SyntaxFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Span span;

  SyntaxFault(Span span, String message) {
    super(message, null, false, false);
    this.span = span;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  Span span() {
    return span;
  }
}
