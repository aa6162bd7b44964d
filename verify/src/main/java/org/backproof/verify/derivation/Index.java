package org.backproof.verify.derivation;

import org.backproof.core.shape.Dim;

/**
 * An index and the range that it runs through; by identity, since the same name with another range
 * is another axis.
 */
final class Index {
  private final String name;
  private final Dim low;
  private final Dim high;

  Index(String name, Dim low, Dim high) {
    this.name = name;
    this.low = low;
    this.high = high;
  }

  String name() {
    return name;
  }

  /** The first number. */
  Dim low() {
    return low;
  }

  /** The number after the last. */
  Dim high() {
    return high;
  }

  /** How many numbers there are. */
  Dim extent() {
    return high.minus(low);
  }

  @Override
  public String toString() {
    return low + " <= " + name + " < " + high;
  }
}
