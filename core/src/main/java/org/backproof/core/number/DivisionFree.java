package org.backproof.core.number;

import java.util.ArrayList;
import java.util.List;

/** A determinant without any division, for matrices whose entries cannot be divided by. */
final class DivisionFree {
  private DivisionFree() {}

  /**
   * The determinant in {@code O(n^4)} operations by Bird's algorithm ("A simple division-free
   * algorithm for computing determinants", Inf. Process. Lett. 111, 2011): with {@code F = A} and
   * {@code n - 1} times {@code F := mu(F) A}, it is {@code (-1)^(n-1) F[0][0]}. Zeros and matrices
   * in which an entry is not a number cost no more than a look at each entry.
   */
  static <T> T determinant(NumberSystem<T> system, List<List<T>> matrix) {
    if (matrix.isEmpty()) {
      return system.one();
    }
    T zero = system.zero();
    if (matrix.stream().allMatch(row -> row.stream().allMatch(zero::equals))) {
      return zero;
    }
    if (matrix.stream().flatMap(List::stream).anyMatch(x -> Double.isNaN(system.magnitude(x)))) {
      return matrix.stream().flatMap(List::stream).reduce(system.one(), system::multiply);
    }
    List<List<T>> power = matrix;
    for (int step = 1; step < matrix.size(); step++) {
      power = product(system, mu(system, power), matrix);
    }
    T corner = power.get(0).get(0);
    return matrix.size() % 2 == 0 ? system.negate(corner) : corner;
  }

  /**
   * The part above the diagonal, and on it minus the sum of the entries further down the diagonal.
   */
  private static <T> List<List<T>> mu(NumberSystem<T> system, List<List<T>> matrix) {
    int size = matrix.size();
    List<List<T>> result = new ArrayList<>();
    T below = system.zero();
    for (int row = size - 1; row >= 0; row--) {
      List<T> entries = new ArrayList<>();
      for (int column = 0; column < size; column++) {
        entries.add(column < row ? system.zero() : matrix.get(row).get(column));
      }
      entries.set(row, below);
      below = system.subtract(below, matrix.get(row).get(row));
      result.add(0, entries);
    }
    return result;
  }

  private static <T> List<List<T>> product(
      NumberSystem<T> system, List<List<T>> left, List<List<T>> right) {
    int size = left.size();
    List<List<T>> result = new ArrayList<>();
    for (List<T> row : left) {
      List<T> entries = new ArrayList<>();
      for (int column = 0; column < size; column++) {
        T sum = system.zero();
        for (int k = 0; k < size; k++) {
          sum = system.add(sum, system.multiply(row.get(k), right.get(k).get(column)));
        }
        entries.add(sum);
      }
      result.add(entries);
    }
    return result;
  }
}
