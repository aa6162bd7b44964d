package org.backproof.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatrixFunctionsTest {
  private static final DoubleNumbers DOUBLES = DoubleNumbers.INSTANCE;
  private static final DualNumbers<Double> DUALS = DualNumbers.over(DOUBLES);

  private static double determinant(Double... entries) {
    return value(MatrixFunctions.DETERMINANT, entries);
  }

  private static double logDeterminant(Double... entries) {
    return value(MatrixFunctions.LOG_DETERMINANT, entries);
  }

  private static double value(MatrixFunction function, Double... entries) {
    return function.apply(DOUBLES, (int) Math.sqrt(entries.length), List.of(entries)).get(0);
  }

  @Test
  void functionsHaveTheNamesOfTheNotation() {
    assertThat(MatrixFunctions.INVERSE).hasToString("inv").matches(MatrixFunction::yieldsMatrix);
    assertThat(MatrixFunctions.DETERMINANT.name()).isEqualTo("det");
    assertThat(MatrixFunctions.LOG_DETERMINANT.name()).isEqualTo("logdet");
    assertThat(MatrixFunctions.DETERMINANT.yieldsMatrix()).isFalse();
  }

  @Test
  void entriesMustFillTheMatrix() {
    assertThatThrownBy(() -> MatrixFunctions.DETERMINANT.apply(DOUBLES, 2, List.of(1.0, 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A 2 x 2 matrix cannot have 2 entries; give each of its entries, row by row");
  }

  @Test
  void anEmptyMatrixHasDeterminantOne() {
    assertThat(determinant()).isEqualTo(1);
    assertThat(logDeterminant()).isZero();
    assertThat(MatrixFunctions.INVERSE.apply(DOUBLES, 0, List.of())).isEmpty();
  }

  @Test
  void logDeterminantsNeitherOverflowNorUnderflow() {
    assertThat(logDeterminant(1e200, 0.0, 0.0, 1e200)).isCloseTo(400 * Math.log(10), within(1e-12));
    assertThat(logDeterminant(1e-200, 0.0, 0.0, 1e-200))
        .isCloseTo(-400 * Math.log(10), within(1e-12));
    assertThat(logDeterminant(-1e200, 0.0, 0.0, -1e200))
        .isCloseTo(400 * Math.log(10), within(1e-12));
    assertThat(logDeterminant(0.0, -1e200, 1e200, 0.0))
        .isCloseTo(400 * Math.log(10), within(1e-12));
  }

  @Test
  void logDeterminantsHaveAValueForPositiveDeterminantsOnly() {
    assertThat(logDeterminant(0.0, 1.0, 1.0, 0.0)).isNaN();
    assertThat(logDeterminant(-1e200, 0.0, 0.0, 1e200)).isNaN();
    assertThat(logDeterminant(1.0, 2.0, 2.0, 4.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(logDeterminant(Double.NaN, 0.0, 0.0, 1.0)).isNaN();
  }

  @Test
  void theInverseOfASingularMatrixIsNotANumber() {
    assertThat(MatrixFunctions.INVERSE.apply(DOUBLES, 2, List.of(1.0, 2.0, 2.0, 4.0)))
        .containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    assertThat(MatrixFunctions.INVERSE.apply(DUALS, 1, List.of(new Dual<>(0.0, 1.0))))
        .containsExactly(new Dual<>(Double.NaN, Double.NaN));
    assertThat(
            MatrixFunctions.INVERSE.apply(
                IntervalNumbers.INSTANCE, 1, List.of(new Interval(-1, 1))))
        .containsExactly(Interval.UNDEFINED);
    assertThatThrownBy(() -> MatrixFunctions.INVERSE.apply(new PrimeField(1), 1, List.of(0L)))
        .isInstanceOf(NoValueException.class);
  }

  @Test
  void whatIsNotANumberMakesTheDeterminantSo() {
    assertThat(determinant(0.0, 0.0, 0.0, Double.NaN)).isNaN();
    assertThat(determinant(Double.NaN, 1.0, 1.0, 1.0)).isNaN();
    assertThat(
            MatrixFunctions.DETERMINANT.apply(
                IntervalNumbers.INSTANCE, 2, Collections.nCopies(4, Interval.UNDEFINED)))
        .containsExactly(Interval.UNDEFINED);
  }

  /** The division-free determinant of 150 x 150 entries would take half a billion products. */
  @Test
  void zerosAndWhatIsNotANumberCostLittle() {
    int size = 150;
    List<Double> zeros = Collections.nCopies(size * size, 0.0);
    List<Double> nans = Collections.nCopies(size * size, Double.NaN);

    assertThat(MatrixFunctions.DETERMINANT.apply(DOUBLES, size, zeros)).containsExactly(0.0);
    assertThat(MatrixFunctions.DETERMINANT.apply(DOUBLES, size, nans)).containsExactly(Double.NaN);
  }

  /** The derivative of a determinant by an entry is that entry's cofactor. */
  @Test
  void determinantsOfSingularMatricesHaveDerivatives() {
    // Of rank 1 in two rows: the cofactor of the last entry is the first one.
    assertThat(dualDeterminant(2, 3, 1.0, 2.0, 2.0, 4.0)).isEqualTo(new Dual<>(0.0, 1.0));
    // A column of zeros before the last one.
    assertThat(dualDeterminant(3, 0, 0, 1, 2, 0, 3, 4, 0, 5, 6).primal()).isZero();
    assertThat(dualDeterminant(3, 0, 0, 1, 2, 0, 3, 4, 0, 5, 6).tangent())
        .isCloseTo(3 * 6 - 4 * 5, within(1e-13));
    // Of rank 1 in three rows: every cofactor is zero.
    assertThat(dualDeterminant(3, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1))
        .matches(determinant -> determinant.primal() == 0 && determinant.tangent() == 0);
    assertThat(dualDeterminant(1, 0, 0)).isEqualTo(new Dual<>(0.0, 1.0));
  }

  private static Dual<Double> dualDeterminant(int size, int varying, double... entries) {
    List<Dual<Double>> duals =
        IntStream.range(0, entries.length)
            .mapToObj(i -> new Dual<>(entries[i], i == varying ? 1.0 : 0.0))
            .toList();
    return MatrixFunctions.DETERMINANT.apply(DUALS, size, duals).get(0);
  }

  /** The second derivative of {@code ad - bc} by a and d, where all four are zero. */
  @Test
  void determinantsOfTheZeroMatrixHaveSecondDerivatives() {
    DualNumbers<Dual<Double>> nested = DualNumbers.over(DUALS);
    Dual<Dual<Double>> a = new Dual<>(new Dual<>(0.0, 1.0), DUALS.zero());
    Dual<Dual<Double>> d = new Dual<>(DUALS.zero(), DUALS.one());

    Dual<Dual<Double>> determinant =
        MatrixFunctions.DETERMINANT
            .apply(nested, 2, List.of(a, nested.zero(), nested.zero(), d))
            .get(0);

    assertThat(determinant.tangent().tangent()).isEqualTo(1);
  }

  /** Where no entry is safe to divide by, the determinant is still enclosed. */
  @Test
  void determinantsOfIntervalsNeedNoPivot() {
    Interval around = new Interval(-1, 1);

    assertThat(
            MatrixFunctions.DETERMINANT.apply(
                IntervalNumbers.INSTANCE, 2, Collections.nCopies(4, around)))
        .containsExactly(new Interval(-2, 2));
  }

  @Test
  void theComplexStepGoesThroughAnInverse() {
    ComplexNumbers complex = ComplexNumbers.INSTANCE;
    List<Complex> entries =
        List.of(new Complex(2, 1e-200), complex.of(1), complex.of(1), complex.of(3));

    List<Complex> inverse = MatrixFunctions.INVERSE.apply(complex, 2, entries);

    // The derivative of inv(A) by an entry is -inv(A) E inv(A).
    double[] derivative = {-0.36, 0.12, 0.12, -0.04};
    double[] actual = inverse.stream().mapToDouble(entry -> entry.im() / 1e-200).toArray();
    assertThat(actual).containsExactly(derivative, within(1e-15));
    assertThat(DoubleStream.of(0.6, -0.2, -0.2, 0.4).toArray())
        .containsExactly(inverse.stream().mapToDouble(Complex::re).toArray(), within(1e-15));
  }
}
