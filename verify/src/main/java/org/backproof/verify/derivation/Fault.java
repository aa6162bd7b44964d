package org.backproof.verify.derivation;

import org.backproof.verify.notation.Span;

/** Ends the reading of a statement that makes no sense. */
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Span span;
  private final boolean ofShapes;

  private Fault(Span span, String message, boolean ofShapes) {
    super(message, null, false, false);
    this.span = span;
    this.ofShapes = ofShapes;
  }

  static Fault of(Span span, String message) {
    return new Fault(span, message, false);
  }

  /** A fault that a statement may claim. */
  static Fault ofShapes(Span span, String message) {
    return new Fault(span, message, true);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  Span span() {
    return span;
  }

  boolean isOfShapes() {
    return ofShapes;
  }
}
