package org.backproof.verify.difference;

/** A gradient that was measured, an {@link Estimate} for each entry. */
public final class GradientEstimate {
  private final double[] values;
  private final double[] errors;
  private final long evaluations;

  /** Takes the arrays over. */
  GradientEstimate(double[] values, double[] errors, long evaluations) {
    this.values = values;
    this.errors = errors;
    this.evaluations = evaluations;
  }

  public int size() {
    return values.length;
  }

  /**
   * The derivative by entry {@code i}.
   *
   * @throws IndexOutOfBoundsException if there is no entry {@code i}
   */
  public Estimate at(int i) {
    return new Estimate(values[i], errors[i]);
  }

  /** The values of all entries; NaN where the function is not finite. */
  public double[] values() {
    return values.clone();
  }

  /** The bounds on their errors; infinite where an entry is not resolved. */
  public double[] errors() {
    return errors.clone();
  }

  /** How often the function was evaluated. */
  public long evaluations() {
    return evaluations;
  }
}
