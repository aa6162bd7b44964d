package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MapsProperties {
  private interface ArrayWithArray {
    void apply(double[] a, double[] b, double[] out);
  }

  private interface ArrayWithScalar {
    void apply(double[] a, double b, double[] out);
  }

  private interface ScalarWithArray {
    void apply(double a, double[] b, double[] out);
  }

  /** An operation in each of its forms. A commutative one has a single form with a scalar. */
  enum Operation {
    ADD((a, b) -> a + b, Maps::add, Maps::add, (a, b, out) -> Maps.add(b, a, out)),
    SUBTRACT((a, b) -> a - b, Maps::subtract, Maps::subtract, Maps::subtract),
    MULTIPLY(
        (a, b) -> a * b, Maps::multiply, Maps::multiply, (a, b, out) -> Maps.multiply(b, a, out)),
    DIVIDE((a, b) -> a / b, Maps::divide, Maps::divide, Maps::divide);

    private final DoubleBinaryOperator onScalars;
    private final ArrayWithArray onArrays;
    private final ArrayWithScalar withScalar;
    private final ScalarWithArray scalarWith;

    Operation(
        DoubleBinaryOperator onScalars,
        ArrayWithArray onArrays,
        ArrayWithScalar withScalar,
        ScalarWithArray scalarWith) {
      this.onScalars = onScalars;
      this.onArrays = onArrays;
      this.withScalar = withScalar;
      this.scalarWith = scalarWith;
    }
  }

  @Property
  void eachEntryIsTheOperationOnTheEntriesAtItsPlace(
      @ForAll Operation operation,
      @ForAll Values values,
      @ForAll @IntRange(max = 100) int length,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] a = values.array(random, length);
    double[] b = values.array(random, length);
    double s = values.draw(random);

    double[] out = new double[length];
    operation.onArrays.apply(a, b, out);
    assertThat(out).isEqualTo(entries(length, i -> operation.onScalars.applyAsDouble(a[i], b[i])));
    operation.withScalar.apply(a, s, out);
    assertThat(out).isEqualTo(entries(length, i -> operation.onScalars.applyAsDouble(a[i], s)));
    operation.scalarWith.apply(s, b, out);
    assertThat(out).isEqualTo(entries(length, i -> operation.onScalars.applyAsDouble(s, b[i])));
  }

  @Property
  void theResultMayReplaceAnOperand(
      @ForAll Operation operation,
      @ForAll Values values,
      @ForAll @IntRange(max = 100) int length,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] a = values.array(random, length);
    double[] b = values.array(random, length);
    double[] apart = new double[length];
    operation.onArrays.apply(a, b, apart);
    double[] overA = a.clone();
    operation.onArrays.apply(overA, b, overA);
    double[] overB = b.clone();
    operation.onArrays.apply(a, overB, overB);
    assertThat(overA).isEqualTo(apart);
    assertThat(overB).isEqualTo(apart);
  }

  @Property
  void aFunctionIsAppliedToEachEntry(
      @ForAll Values values, @ForAll @IntRange(max = 100) int length, @ForAll long seed) {
    double[] in = values.array(new Random(seed), length);
    double[] out = new double[length];
    Maps.unary(Math::cbrt, in, out);
    assertThat(out).isEqualTo(Arrays.stream(in).map(Math::cbrt).toArray());
  }

  private static double[] entries(int length, IntToDoubleFunction entry) {
    double[] entries = new double[length];
    Arrays.setAll(entries, entry);
    return entries;
  }
}
