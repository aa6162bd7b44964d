package org.backproof.verify.check;

/** An independent way to compute a derivative. */
public enum Method {
  /** Reverse mode on the expression graph. */
  REVERSE_MODE("reverse mode"),

  /** The delta rule, from the formulas of the book. */
  DELTA_RULE("delta rule"),

  /** Differences of the cost, which know only how to evaluate it. */
  FINITE_DIFFERENCES("finite differences"),

  /** Forward mode on the expression graph. */
  FORWARD_MODE("forward mode"),

  /** The complex step, which evaluates the cost at complex points and uses no derivative rule. */
  COMPLEX_STEP("complex step");

  private final String text;

  Method(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
