package org.backproof.core.number;

import java.util.List;

/**
 * A function of a square matrix, to a matrix of the same size or to a number, with a value in every
 * number system.
 */
public interface MatrixFunction {
  /** The name by which messages and printers know the function. */
  String name();

  /** Whether the value is a matrix; otherwise it is a single number. */
  boolean yieldsMatrix();

  /**
   * The value of the function.
   *
   * @param size the number of rows, and of columns
   * @param entries the {@code size * size} entries, row by row
   * @return the entries of the value, row by row, or the one number
   */
  <T> List<T> apply(NumberSystem<T> system, int size, List<T> entries);
}
