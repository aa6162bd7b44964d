package org.backproof.verify.derivative;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number with a bound on its error. */
record Estimate(BigDecimal value, BigDecimal error) {
  private static final MathContext SHORT = new MathContext(20);

  static Estimate of(double value, double error) {
    return new Estimate(new BigDecimal(value), new BigDecimal(error));
  }

  Estimate plus(Estimate other) {
    return new Estimate(value.add(other.value), error.add(other.error));
  }

  Estimate times(BigDecimal factor) {
    return new Estimate(value.multiply(factor), error.multiply(factor.abs()));
  }

  /** Whether one number can be what both estimate. */
  boolean agreesWith(Estimate other) {
    return value.subtract(other.value).abs().compareTo(error.add(other.error)) <= 0;
  }

  @Override
  public String toString() {
    return value.round(SHORT) + " +- " + error.round(new MathContext(2));
  }
}
