package org.backproof.core.number;

/** A complex number {@code re + i im}. */
public record Complex(double re, double im) {
  /** For instance {@code 1.0 + 2.0i}. */
  @Override
  public String toString() {
    return re + " + " + im + "i";
  }
}
