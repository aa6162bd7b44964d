package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MapsProperties {
  /** An operation in each of its forms; a commutative one has a single form with a scalar. */
  enum Operation {
    ADD {
      @Override
      double apply(double a, double b) {
        return a + b;
      }

      @Override
      void apply(double[] a, double[] b, double[] out) {
        Maps.add(a, b, out);
      }

      @Override
      void apply(double[] a, double b, double[] out) {
        Maps.add(a, b, out);
      }

      @Override
      void apply(double a, double[] b, double[] out) {
        Maps.add(b, a, out);
      }
    },
    SUBTRACT {
      @Override
      double apply(double a, double b) {
        return a - b;
      }

      @Override
      void apply(double[] a, double[] b, double[] out) {
        Maps.subtract(a, b, out);
      }

      @Override
      void apply(double[] a, double b, double[] out) {
        Maps.subtract(a, b, out);
      }

      @Override
      void apply(double a, double[] b, double[] out) {
        Maps.subtract(a, b, out);
      }
    },
    MULTIPLY {
      @Override
      double apply(double a, double b) {
        return a * b;
      }

      @Override
      void apply(double[] a, double[] b, double[] out) {
        Maps.multiply(a, b, out);
      }

      @Override
      void apply(double[] a, double b, double[] out) {
        Maps.multiply(a, b, out);
      }

      @Override
      void apply(double a, double[] b, double[] out) {
        Maps.multiply(b, a, out);
      }
    },
    DIVIDE {
      @Override
      double apply(double a, double b) {
        return a / b;
      }

      @Override
      void apply(double[] a, double[] b, double[] out) {
        Maps.divide(a, b, out);
      }

      @Override
      void apply(double[] a, double b, double[] out) {
        Maps.divide(a, b, out);
      }

      @Override
      void apply(double a, double[] b, double[] out) {
        Maps.divide(a, b, out);
      }
    };

    abstract double apply(double a, double b);

    abstract void apply(double[] a, double[] b, double[] out);

    abstract void apply(double[] a, double b, double[] out);

    abstract void apply(double a, double[] b, double[] out);
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
    operation.apply(a, b, out);
    assertThat(out).isEqualTo(entries(length, i -> operation.apply(a[i], b[i])));
    operation.apply(a, s, out);
    assertThat(out).isEqualTo(entries(length, i -> operation.apply(a[i], s)));
    operation.apply(s, b, out);
    assertThat(out).isEqualTo(entries(length, i -> operation.apply(s, b[i])));
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
    operation.apply(a, b, apart);
    double[] overA = a.clone();
    operation.apply(overA, b, overA);
    double[] overB = b.clone();
    operation.apply(a, overB, overB);
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
