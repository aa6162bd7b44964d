package org.backproof.verify.difference;

import java.util.Arrays;

/**
 * The noise in a few values of a function, read from their table of divided differences: those of a
 * smooth function vanish as the order grows, those of noise do not. Each order gives an estimate of
 * the noise, and where the estimates of neighbouring orders agree, they are it (J. Moré and S.
 * Wild, Estimating computational noise, SIAM Journal on Scientific Computing 33, 2011).
 */
final class DifferenceTable {
  /** How many values make a table. */
  static final int SIZE = 10;

  /** How many neighbouring orders must agree. */
  private static final int AGREEING = 3;

  /** How far the largest of them may exceed the smallest. */
  private static final double AGREEMENT = 4;

  /** The least noise is that of rounding the result, a deviation of {@code ulp / sqrt(12)}. */
  private static final double ROUNDING = 0.29;

  private final double[] values;
  private final double largest;
  private final double[] levels;
  private final boolean[] alternates;

  /** The table of {@link #SIZE} values at points that ascend. */
  DifferenceTable(double[] points, double[] values) {
    this.values = values.clone();
    largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    levels = new double[SIZE];
    alternates = new boolean[SIZE];
    double[] differences = Arrays.stream(values).map(this::normalized).toArray();
    double unit = (points[SIZE - 1] - points[0]) / (SIZE - 1);
    for (int order = 1; order < SIZE; order++) {
      double squares = 0;
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i + order < SIZE; i++) {
        differences[i] =
            (differences[i + 1] - differences[i]) / ((points[i + order] - points[i]) / unit);
        double noise = differences[i] / deviationOfUnitNoise(points, unit, i, i + order);
        squares += noise * noise;
        least = Math.min(least, noise);
        greatest = Math.max(greatest, noise);
      }
      double level = Math.sqrt(squares / (SIZE - order));
      levels[order] = Math.max(Math.scalb(level, Math.getExponent(largest)), roundingLevel());
      alternates[order] = least < 0 && greatest > 0;
    }
  }

  /** The deviation of noise that consists of nothing but the rounding of the result. */
  double roundingLevel() {
    return ROUNDING * Math.ulp(largest);
  }

  /** The largest magnitude among the values. */
  double largest() {
    return largest;
  }

  boolean isFinite() {
    return Double.isFinite(largest);
  }

  /** Whether the values are too close together: half of the neighbours are the same. */
  boolean isMostlyEqual() {
    int equal = 0;
    for (int i = 1; i < SIZE; i++) {
      equal += values[i] == values[i - 1] ? 1 : 0;
    }
    return isFinite() && 2 * equal >= SIZE - 1;
  }

  /** The noise where neighbouring orders agree; NaN where none do or a value is not finite. */
  double plateau() {
    for (int order = 1; isFinite() && order + AGREEING <= SIZE; order++) {
      double low = Double.POSITIVE_INFINITY;
      double high = 0;
      for (int k = order; k < order + AGREEING; k++) {
        low = Math.min(low, levels[k]);
        high = Math.max(high, levels[k]);
      }
      boolean noisy = alternates[order] || high == roundingLevel();
      if (noisy && high <= AGREEMENT * low) {
        return high;
      }
    }
    return Double.NaN;
  }

  /**
   * The plateau, or where there is none, the least of the estimates, hardly less than the noise.
   */
  double level() {
    double plateau = plateau();
    return Double.isNaN(plateau) ? Arrays.stream(levels, 1, SIZE).min().getAsDouble() : plateau;
  }

  /** A value in units of the largest, so that squares neither overflow nor vanish. */
  private double normalized(double value) {
    return Math.scalb(value, -Math.getExponent(largest));
  }

  /**
   * The deviation of the divided difference over the points {@code first} to {@code last} when the
   * values are independent with deviation one.
   */
  private static double deviationOfUnitNoise(double[] points, double unit, int first, int last) {
    double squares = 0;
    for (int i = first; i <= last; i++) {
      double weight = 1;
      for (int j = first; j <= last; j++) {
        weight *= i == j ? 1 : unit / (points[i] - points[j]);
      }
      squares += weight * weight;
    }
    return Math.sqrt(squares);
  }
}
