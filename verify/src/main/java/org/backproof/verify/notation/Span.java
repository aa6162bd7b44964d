package org.backproof.verify.notation;

/**
 * A stretch of a source's text.
 *
 * @param start the offset of the first character
 * @param end the offset after the last one
 */
public record Span(int start, int end) {
  /** From the start of this to the end of another. */
  public Span to(Span last) {
    return new Span(start, last.end);
  }
}
