package org.backproof.core.shape;

/** Shapes or sizes do not fit; the message names both and how to mend it. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public ShapeException(String message) {
    super(message);
  }
}
