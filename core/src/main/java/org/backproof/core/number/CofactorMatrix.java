package org.backproof.core.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The matrix of cofactors of a square matrix, the derivative of its determinant: each entry the
 * signed determinant of the minor that lacks its row and column, so that a singular matrix has one
 * too. Takes O(n^5) operations.
 */
public final class CofactorMatrix implements MatrixFunction {
  public static final CofactorMatrix INSTANCE = new CofactorMatrix();

  private CofactorMatrix() {}

  @Override
  public String name() {
    return "cofactor";
  }

  @Override
  public boolean yieldsMatrix() {
    return true;
  }

  @Override
  public <T> List<T> apply(NumberSystem<T> system, int size, List<T> entries) {
    List<T> cofactors = new ArrayList<>(entries.size());
    for (int position = 0; position < entries.size(); position++) {
      int row = position / size;
      int column = position % size;
      T minor = determinantWithout(system, size, entries, row, column);
      cofactors.add((row + column) % 2 == 0 ? minor : system.negate(minor));
    }
    return cofactors;
  }

  private static <T> T determinantWithout(
      NumberSystem<T> system, int size, List<T> entries, int row, int column) {
    List<T> rest =
        IntStream.range(0, entries.size())
            .filter(i -> i / size != row && i % size != column)
            .mapToObj(entries::get)
            .toList();
    return MatrixFunctions.DETERMINANT.apply(system, size - 1, rest).get(0);
  }
}
