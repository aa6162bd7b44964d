package org.backproof.core.number;

import org.backproof.core.kernel.ScalarFunctions;

/**
 * Real numbers as doubles, with IEEE 754's infinities and NaN: {@code log(-1)} is NaN, {@code 1/0}
 * is infinite. Functions whose definitions overflow or cancel are computed by forms that do not.
 */
public final class DoubleNumbers implements NumberSystem<Double> {
  public static final DoubleNumbers INSTANCE = new DoubleNumbers();

  private DoubleNumbers() {}

  @Override
  public String name() {
    return "double";
  }

  @Override
  public Double of(Rational value) {
    return value.toDouble();
  }

  @Override
  public Double of(double value) {
    return value;
  }

  @Override
  public Double zero() {
    return 0.0;
  }

  @Override
  public Double one() {
    return 1.0;
  }

  @Override
  public Double add(Double a, Double b) {
    return a + b;
  }

  @Override
  public Double subtract(Double a, Double b) {
    return a - b;
  }

  @Override
  public Double multiply(Double a, Double b) {
    return a * b;
  }

  @Override
  public Double divide(Double a, Double b) {
    return a / b;
  }

  @Override
  public Double negate(Double x) {
    return -x;
  }

  @Override
  public Double exp(Double x) {
    return Math.exp(x);
  }

  @Override
  public Double expm1(Double x) {
    return Math.expm1(x);
  }

  @Override
  public Double log(Double x) {
    return Math.log(x);
  }

  @Override
  public Double log1p(Double x) {
    return Math.log1p(x);
  }

  @Override
  public Double sqrt(Double x) {
    return Math.sqrt(x);
  }

  @Override
  public Double sin(Double x) {
    return Math.sin(x);
  }

  @Override
  public Double cos(Double x) {
    return Math.cos(x);
  }

  @Override
  public Double sigmoid(Double x) {
    return ScalarFunctions.sigmoid(x);
  }

  @Override
  public Double softplus(Double x) {
    return ScalarFunctions.softplus(x);
  }

  @Override
  public Double tanh(Double x) {
    return Math.tanh(x);
  }

  @Override
  public Double pow(Double x, Double y) {
    return Math.pow(x, y);
  }

  @Override
  public Double power(Double x, Rational exponent) {
    return Powers.needsExactExponent(exponent)
        ? Powers.power(this, x, exponent)
        : Math.pow(x, exponent.toDouble());
  }

  @Override
  public Double abs(Double x) {
    return Math.abs(x);
  }

  @Override
  public Double max(Double a, Double b) {
    return Math.max(a, b);
  }

  @Override
  public Double anchor(Double x) {
    return Double.isInfinite(x) ? 0 : x;
  }

  @Override
  public Double less(Double a, Double b) {
    return a < b ? 1.0 : 0.0;
  }

  @Override
  public Double equal(Double a, Double b) {
    return a.doubleValue() == b.doubleValue() ? 1.0 : 0.0;
  }

  @Override
  public Double select(Double condition, Double whenTrue, Double whenFalse) {
    return condition != 0 ? whenTrue : whenFalse;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public double magnitude(Double x) {
    return Math.abs(x);
  }
}
