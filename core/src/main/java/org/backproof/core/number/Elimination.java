package org.backproof.core.number;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A square matrix after Gaussian elimination with complete pivoting (Golub &amp; Van Loan, "Matrix
 * Computations", 4th edition, section 3.4): upper triangular but for the rows from {@code rank} on,
 * in whose square no entry has a magnitude above zero.
 */
final class Elimination<T> {
  private final NumberSystem<T> system;
  private final int size;
  private final List<List<T>> rows;

  /** Which column of the given matrix stands at each place. */
  private final List<Integer> columns;

  private boolean negatesDeterminant;
  private int rank;

  private Elimination(NumberSystem<T> system, List<List<T>> rows) {
    this.system = system;
    this.size = rows.size();
    this.rows = rows;
    this.columns = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    while (rank < size && bringPivotTo(rank)) {
      for (int row = rank + 1; row < size; row++) {
        clear(row, rank);
      }
      rank++;
    }
  }

  /** Of the matrix with these entries, row by row. */
  static <T> Elimination<T> of(NumberSystem<T> system, int size, List<T> entries) {
    return new Elimination<>(system, rows(size, entries));
  }

  /** Of the matrix with these entries, row by row, and the identity to its right. */
  static <T> Elimination<T> withIdentity(NumberSystem<T> system, int size, List<T> entries) {
    List<List<T>> rows = rows(size, entries);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        rows.get(row).add(row == column ? system.one() : system.zero());
      }
    }
    return new Elimination<>(system, rows);
  }

  private static <T> List<List<T>> rows(int size, List<T> entries) {
    checkArgument(
        entries.size() == size * size,
        "A %s x %s matrix cannot have %s entries; give each of its entries, row by row",
        size,
        size,
        entries.size());
    List<List<T>> rows = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      rows.add(new ArrayList<>(entries.subList(row * size, (row + 1) * size)));
    }
    return rows;
  }

  /** Whether there is a pivot in the square that begins at {@code place} on the diagonal. */
  private boolean bringPivotTo(int place) {
    double greatest = 0;
    int pivotRow = place;
    int pivotColumn = place;
    for (int row = place; row < size; row++) {
      for (int column = place; column < size; column++) {
        double magnitude = system.magnitude(rows.get(row).get(column));
        if (magnitude > greatest) {
          greatest = magnitude;
          pivotRow = row;
          pivotColumn = column;
        }
      }
    }
    swap(place, pivotRow, pivotColumn);
    return greatest > 0;
  }

  private void swap(int place, int row, int column) {
    Collections.swap(rows, place, row);
    Collections.swap(columns, place, column);
    for (List<T> each : rows) {
      Collections.swap(each, place, column);
    }
    negatesDeterminant ^= (row != place) ^ (column != place);
  }

  /** Subtracts from a row what makes its entry in the pivot's column zero. */
  private void clear(int row, int pivot) {
    List<T> target = rows.get(row);
    List<T> source = rows.get(pivot);
    T factor = system.divide(target.get(pivot), source.get(pivot));
    for (int column = pivot + 1; column < target.size(); column++) {
      target.set(
          column, system.subtract(target.get(column), system.multiply(factor, source.get(column))));
    }
  }

  /** The inverse, row by row, if each row has a pivot. */
  Optional<List<T>> inverse() {
    if (rank < size) {
      return Optional.empty();
    }
    List<T> inverse = new ArrayList<>(Collections.nCopies(size * size, system.zero()));
    for (int row = size - 1; row >= 0; row--) {
      List<T> solved = rows.get(row);
      T pivot = solved.get(row);
      for (int column = 0; column < size; column++) {
        T entry = system.divide(solved.get(size + column), pivot);
        solved.set(size + column, entry);
        inverse.set(columns.get(row) * size + column, entry);
      }
      for (int above = 0; above < row; above++) {
        substitute(above, row);
      }
    }
    return Optional.of(inverse);
  }

  /** Takes a solved row out of the right-hand side of one above it. */
  private void substitute(int above, int solved) {
    List<T> target = rows.get(above);
    T factor = target.get(solved);
    for (int column = size; column < target.size(); column++) {
      target.set(
          column,
          system.subtract(
              target.get(column), system.multiply(factor, rows.get(solved).get(column))));
    }
  }

  T determinant() {
    T product = signedRest();
    for (int place = 0; place < rank; place++) {
      product = system.multiply(product, pivot(place));
    }
    return product;
  }

  /** The logarithm of the determinant of a matrix over an ordered system. */
  T logDeterminant() {
    T signed = signedRest();
    T sum = system.zero();
    for (int place = 0; place < rank; place++) {
      T pivot = pivot(place);
      boolean isNegative = system.magnitude(system.less(pivot, system.zero())) > 0;
      signed = isNegative ? system.negate(signed) : signed;
      sum = system.add(sum, system.log(system.abs(pivot)));
    }
    return system.add(sum, system.log(signed));
  }

  private T pivot(int place) {
    return rows.get(place).get(place);
  }

  /**
   * The determinant of the square without pivots, with the sign of the swaps. In exact arithmetic
   * it is zero, but the infinitesimal parts of dual numbers and the width of intervals count.
   */
  private T signedRest() {
    List<List<T>> rest =
        rows.subList(rank, size).stream().map(row -> row.subList(rank, size)).toList();
    T determinant = DivisionFree.determinant(system, rest);
    return negatesDeterminant ? system.negate(determinant) : determinant;
  }
}
