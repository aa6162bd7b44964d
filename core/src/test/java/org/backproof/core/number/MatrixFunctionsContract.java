package org.backproof.core.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of matrices over every number system.
 *
 * @param <T> the numbers
 */
abstract class MatrixFunctionsContract<T> {
  abstract NumberSystem<T> system();

  /** The two are one number, up to what the system's arithmetic rounds away at modest sizes. */
  abstract void assertSame(T actual, T expected);

  private void assertAllSame(List<T> actual, List<T> expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertSame(actual.get(i), expected.get(i));
    }
  }

  /** Of any rank, with whole entries. */
  @Provide
  Arbitrary<RationalMatrix> matrices() {
    Arbitrary<Rational> entries = Arbitraries.integers().between(-3, 3).map(Rational::of);
    return Arbitraries.integers()
        .between(0, 4)
        .flatMap(
            size ->
                entries
                    .list()
                    .ofSize(size * size)
                    .map(entriesOfSize -> new RationalMatrix(size, entriesOfSize)));
  }

  /** Diagonally dominant matrices with their rows and columns in any order. */
  @Provide
  Arbitrary<RationalMatrix> wellConditioned() {
    return matrices().flatMap(matrix -> Arbitraries.randoms().map(r -> dominant(matrix, r)));
  }

  private static RationalMatrix dominant(RationalMatrix matrix, Random random) {
    int size = matrix.size();
    List<Integer> places = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(places, random);
    return new RationalMatrix(
        size,
        IntStream.range(0, size * size)
            .mapToObj(
                i ->
                    places.get(i / size) == i % size
                        ? matrix.entries().get(i).plus(Rational.of(random.nextBoolean() ? 16 : -16))
                        : matrix.entries().get(i))
            .toList());
  }

  @Property(tries = 150)
  void theDeterminantIsThatOfTheFractions(@ForAll("matrices") RationalMatrix matrix) {
    assertAllSame(
        MatrixFunctions.DETERMINANT.apply(system(), matrix.size(), matrix.over(system())),
        List.of(system().of(matrix.determinant())));
  }

  @Property(tries = 150)
  void theInverseIsThatOfTheFractions(@ForAll("wellConditioned") RationalMatrix matrix) {
    assertAllSame(
        MatrixFunctions.INVERSE.apply(system(), matrix.size(), matrix.over(system())),
        matrix.inverse().over(system()));
  }

  @Property(tries = 150)
  void theLogDeterminantIsTheLogarithmOfTheDeterminant(
      @ForAll("wellConditioned") RationalMatrix matrix) {
    Rational determinant = matrix.determinant();
    if (determinant.signum() > 0) {
      assertAllSame(
          MatrixFunctions.LOG_DETERMINANT.apply(system(), matrix.size(), matrix.over(system())),
          List.of(system().log(system().of(determinant))));
    }
  }
}
