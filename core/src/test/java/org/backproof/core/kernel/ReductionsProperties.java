package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReductionsProperties {
  @Property(tries = 100)
  void aSumIsWithinTheStatedBoundOfTheExactOne(
      @ForAll boolean wide, @ForAll @IntRange(max = 700) int length, @ForAll long seed) {
    double[] x = finite(wide).array(new Random(seed), length);
    double[] ones = new double[length];
    Arrays.fill(ones, 1.0);
    Exact.Dot.of(x, ones).assertWithin(depth(length), Reductions.sum(x, 0, length, 1));
  }

  @Property(tries = 100)
  void aDotProductIsWithinTheStatedBoundOfTheExactOne(
      @ForAll boolean wide, @ForAll @IntRange(max = 700) int length, @ForAll long seed) {
    Random random = new Random(seed);
    double[] x = finite(wide).array(random, length);
    double[] y = finite(wide).array(random, length);
    double computed = Reductions.dot(x, 0, 1, y, 0, 1, length);
    Exact.Dot.of(x, y).assertWithin(depth(length) + 1, computed);
  }

  @Property(tries = 300)
  void smallIntegersAreSummedExactly(
      @ForAll @IntRange(max = 10_000) int length, @ForAll long seed) {
    Random random = new Random(seed);
    double[] x = Values.SMALL_INTEGERS.array(random, length);
    double[] y = Values.SMALL_INTEGERS.array(random, length);
    long sum = 0;
    long dot = 0;
    for (int i = 0; i < length; i++) {
      long left = (long) x[i];
      long right = (long) y[i];
      sum += left;
      dot += left * right;
    }
    assertThat(Reductions.sum(x, 0, length, 1)).isEqualTo((double) sum);
    assertThat(Reductions.dot(x, 0, 1, y, 0, 1, length)).isEqualTo((double) dot);
  }

  @Property
  void aStridedRunIsReducedAsItsCopyBitForBit(
      @ForAll Values values,
      @ForAll @IntRange(max = 200) int length,
      @ForAll @IntRange(min = -5, max = 5) int xStride,
      @ForAll @IntRange(min = -5, max = 5) int yStride,
      @ForAll long seed) {
    Random random = new Random(seed);
    Run x = Run.of(values, random, length, xStride);
    Run y = Run.of(values, random, length, yStride);
    double[] inPlace = {
      Reductions.sum(x.data, x.offset, length, xStride),
      Reductions.dot(x.data, x.offset, xStride, y.data, y.offset, yStride, length)
    };
    double[] xCopy = x.copy(length);
    double[] yCopy = y.copy(length);
    double[] copied = {
      Reductions.sum(xCopy, 0, length, 1), Reductions.dot(xCopy, 0, 1, yCopy, 0, 1, length)
    };
    assertThat(inPlace).isEqualTo(copied);
  }

  @Property
  void infinitiesAndNaNsDecideTheSum(
      @ForAll @IntRange(min = 1, max = 300) int length,
      @ForAll @IntRange(max = 2) int positive,
      @ForAll @IntRange(max = 2) int negative,
      @ForAll @IntRange(max = 1) int nans,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] x = Values.MODERATE.array(random, length);
    for (int i = 0; i < positive; i++) {
      x[random.nextInt(length)] = Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < negative; i++) {
      x[random.nextInt(length)] = Double.NEGATIVE_INFINITY;
    }
    for (int i = 0; i < nans; i++) {
      x[random.nextInt(length)] = Double.NaN;
    }
    double plain = 0;
    for (double term : x) {
      plain += term;
    }
    double sum = Reductions.sum(x, 0, length, 1);
    if (Double.isFinite(plain)) {
      assertThat(sum).isFinite();
    } else {
      assertThat(sum).isEqualTo(Double.valueOf(plain));
    }
  }

  /** A strided run within a larger array, whose other entries are NaN. */
  private static final class Run {
    private final double[] data;
    private final int offset;
    private final int stride;

    Run(double[] data, int offset, int stride) {
      this.data = data;
      this.offset = offset;
      this.stride = stride;
    }

    static Run of(Values values, Random random, int length, int stride) {
      int span = Math.max(length - 1, 0) * Math.abs(stride) + 1;
      int before = random.nextInt(4);
      double[] data = new double[before + span + random.nextInt(4)];
      Arrays.fill(data, Double.NaN);
      Run run = new Run(data, before + (stride < 0 ? span - 1 : 0), stride);
      for (int i = 0; i < length; i++) {
        data[run.offset + i * stride] = values.draw(random);
      }
      return run;
    }

    double[] copy(int length) {
      double[] copy = new double[length];
      Arrays.setAll(copy, i -> data[offset + i * stride]);
      return copy;
    }
  }

  private static Values finite(boolean wide) {
    return wide ? Values.WIDE : Values.MODERATE;
  }

  /** The most roundings that a term takes part in, as documented. */
  private static int depth(int terms) {
    int log2 = terms <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(terms - 1);
    return Math.max(0, Math.min(terms - 1, 19) + Math.max(0, log2 - 6));
  }
}
