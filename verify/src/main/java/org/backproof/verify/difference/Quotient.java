package org.backproof.verify.difference;

/** Which two points a difference quotient takes the slope between. */
enum Quotient {
  /** From {@code -h} to {@code h}; its error is a series in the even powers of {@code h}. */
  CENTRAL(2),
  /** From {@code -h} to the point; its error is a series in all powers of {@code h}. */
  LEFT(1),
  /** From the point to {@code h}; its error is a series in all powers of {@code h}. */
  RIGHT(1);

  private final int order;

  Quotient(int order) {
    this.order = order;
  }

  /** The power of the step with which the error falls, and by which its series goes on. */
  int order() {
    return order;
  }
}
