package org.backproof.verify.prove;

/**
 * One step of a proof: by a rule, one index form is equal to another, for every size, index and
 * value at which both are defined.
 */
public final class Step {
  private final String rule;
  private final Form before;
  private final Form after;

  Step(String rule, Form before, Form after) {
    this.rule = rule;
    this.before = before;
    this.after = after;
  }

  /** The name of the identity, definition or law. */
  public String rule() {
    return rule;
  }

  /** What is rewritten, as text. */
  public String before() {
    return before.toString();
  }

  /** What it is equal to, as text. */
  public String after() {
    return after.toString();
  }

  Form left() {
    return before;
  }

  Form right() {
    return after;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Step step
        && rule.equals(step.rule)
        && before.equals(step.before)
        && after.equals(step.after);
  }

  @Override
  public int hashCode() {
    return 31 * before.hashCode() + after.hashCode();
  }

  @Override
  public String toString() {
    return before + " = " + after + "   (" + rule + ")";
  }
}
