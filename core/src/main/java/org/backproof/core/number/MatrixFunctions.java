package org.backproof.core.number;

import java.util.Collections;
import java.util.List;

/**
 * The inverse and the determinant of a matrix over any number system, by Gaussian elimination with
 * complete pivoting: each pivot is the entry of the greatest {@link NumberSystem#magnitude} that is
 * left.
 */
public final class MatrixFunctions {
  /**
   * The inverse. Where the matrix is singular, each entry is 0/0: NaN in doubles, undefined in
   * intervals.
   */
  public static final MatrixFunction INVERSE =
      new Named("inv", true) {
        @Override
        public <T> List<T> apply(NumberSystem<T> system, int size, List<T> entries) {
          return Elimination.withIdentity(system, size, entries)
              .inverse()
              .orElseGet(() -> Collections.nCopies(size * size, noValue(system, entries)));
        }
      };

  /** The determinant; 1 for the matrix of size 0. */
  public static final MatrixFunction DETERMINANT =
      new Named("det", false) {
        @Override
        public <T> List<T> apply(NumberSystem<T> system, int size, List<T> entries) {
          return List.of(Elimination.of(system, size, entries).determinant());
        }
      };

  /**
   * The natural logarithm of the determinant, in ordered systems as the sum of the logarithms of
   * the pivots, which does not overflow. In doubles it is {@code -inf} for a determinant of 0 and
   * NaN for a negative one.
   */
  public static final MatrixFunction LOG_DETERMINANT =
      new Named("logdet", false) {
        @Override
        public <T> List<T> apply(NumberSystem<T> system, int size, List<T> entries) {
          Elimination<T> elimination = Elimination.of(system, size, entries);
          return List.of(
              system.isOrdered()
                  ? elimination.logDeterminant()
                  : system.log(elimination.determinant()));
        }
      };

  private MatrixFunctions() {}

  /** 0/0 as a function of all entries, so that it is no number in its derivatives either. */
  private static <T> T noValue(NumberSystem<T> system, List<T> entries) {
    return entries.stream().reduce(system.divide(system.zero(), system.zero()), system::multiply);
  }

  private abstract static class Named implements MatrixFunction {
    private final String name;
    private final boolean yieldsMatrix;

    Named(String name, boolean yieldsMatrix) {
      this.name = name;
      this.yieldsMatrix = yieldsMatrix;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean yieldsMatrix() {
      return yieldsMatrix;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
