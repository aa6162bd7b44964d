package org.backproof.core.number;

import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;

/** Derivatives by central differences in 80 digits, which know no derivative of any function. */
final class HighPrecision {
  private static final DfpNumbers REALS = DfpNumbers.INSTANCE;

  /** Truncation costs its square, 1e-50, and cancellation 1e-80 divided by it. */
  private static final Dfp STEP = REALS.of(1).divide(REALS.of(10).pow(25));

  /** For second differences, where cancellation costs 1e-80 divided by the square. */
  private static final Dfp LONG_STEP = REALS.of(1).divide(REALS.of(10).pow(18));

  private HighPrecision() {}

  static double value(UnaryOperator<Dfp> function, double x) {
    return function.apply(REALS.of(x)).toDouble();
  }

  static double derivative(UnaryOperator<Dfp> function, double x) {
    Dfp at = REALS.of(x);
    return function
        .apply(at.add(STEP))
        .subtract(function.apply(at.subtract(STEP)))
        .divide(STEP.multiply(2))
        .toDouble();
  }

  static double secondDerivative(UnaryOperator<Dfp> function, double x) {
    Dfp at = REALS.of(x);
    return function
        .apply(at.add(LONG_STEP))
        .add(function.apply(at.subtract(LONG_STEP)))
        .subtract(function.apply(at).multiply(2))
        .divide(LONG_STEP.multiply(LONG_STEP))
        .toDouble();
  }
}
