package org.backproof.core.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A square matrix of fractions, with its determinant and inverse by cofactors along a row. */
record RationalMatrix(int size, List<Rational> entries) {
  Rational determinant() {
    Rational sum = size == 0 ? Rational.ONE : Rational.ZERO;
    for (int column = 0; column < size; column++) {
      sum = sum.plus(entries.get(column).times(cofactor(0, column)));
    }
    return sum;
  }

  RationalMatrix inverse() {
    Rational determinant = determinant();
    List<Rational> inverse = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        inverse.add(cofactor(column, row).dividedBy(determinant));
      }
    }
    return new RationalMatrix(size, inverse);
  }

  private Rational cofactor(int row, int column) {
    List<Rational> rest =
        IntStream.range(0, size * size)
            .filter(i -> i / size != row && i % size != column)
            .mapToObj(entries::get)
            .toList();
    Rational minor = new RationalMatrix(size - 1, rest).determinant();
    return (row + column) % 2 == 0 ? minor : minor.negate();
  }

  <T> List<T> over(NumberSystem<T> system) {
    return entries.stream().map(system::of).toList();
  }
}
