package org.backproof.nn.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import org.backproof.core.tensor.Tensor;

class DatasetProperties {
  @Provide
  Arbitrary<Dataset> datasets() {
    return DataArbitraries.datasets(Arbitraries.doubles().between(-1, 1));
  }

  /** A data set whose only feature is the number of the row. */
  private static Dataset numbered(int size) {
    double[] rows = IntStream.range(0, size).asDoubleStream().toArray();
    int[] classes = IntStream.range(0, size).map(i -> i % 3).toArray();
    return Dataset.of(Tensor.of(rows, size, 1), classes, 3);
  }

  @Property
  void aTargetIsOneAtTheClassAndZeroElsewhere(@ForAll("datasets") Dataset dataset) {
    Tensor targets = dataset.oneHot();
    assertThat(targets.sizes()).containsExactly(dataset.size(), dataset.classes());
    for (int i = 0; i < dataset.size(); i++) {
      for (int k = 0; k < dataset.classes(); k++) {
        assertThat(targets.get(i, k)).isEqualTo(k == dataset.labels().get(i) ? 1 : 0);
      }
    }
  }

  @Property
  void aSampleHasNoExampleTwiceAndKeepsEachLabelWithItsExample(
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll @Positive int draw,
      @ForAll long seed) {
    int count = 1 + draw % size;
    Dataset whole = numbered(size);
    Dataset sample = whole.sample(count, seed);
    assertThat(sample.size()).isEqualTo(count);
    assertThat(sample.classes()).isEqualTo(3);
    assertThat(sample.examples().toArray()).doesNotHaveDuplicates();
    for (int i = 0; i < count; i++) {
      int row = (int) sample.examples().get(i, 0);
      assertThat(row).isBetween(0, size - 1);
      assertThat(sample.labels().get(i)).isEqualTo(whole.labels().get(row));
    }
  }

  @Property
  void aSmallerSampleOfASeedBeginsALargerOne(
      @ForAll("datasets") Dataset dataset, @ForAll @Positive int draw, @ForAll long seed) {
    int count = 1 + draw % dataset.size();
    int[] beginning = IntStream.range(0, count).toArray();
    assertThat(dataset.sample(dataset.size(), seed).subset(beginning))
        .isEqualTo(dataset.sample(count, seed));
  }

  @Property
  void subsetsCompose(
      @ForAll("datasets") Dataset dataset,
      @ForAll("draws") int[] first,
      @ForAll("draws") int[] then) {
    int[] rows = Arrays.stream(first).map(i -> i % dataset.size()).toArray();
    int[] rowsOfRows = Arrays.stream(then).map(i -> i % rows.length).toArray();
    int[] both = Arrays.stream(rowsOfRows).map(i -> rows[i]).toArray();
    assertThat(dataset.subset(rows).subset(rowsOfRows)).isEqualTo(dataset.subset(both));
  }

  @Provide
  Arbitrary<int[]> draws() {
    return Arbitraries.integers().between(0, 1000).array(int[].class).ofMinSize(1).ofMaxSize(8);
  }

  @Property
  void everyExampleIsDrawnFirstByOneSeedOrAnother(@ForAll @IntRange(min = 1, max = 8) int size) {
    Dataset whole = numbered(size);
    int[] drawn =
        IntStream.range(0, 60 * size)
            .map(seed -> (int) whole.sample(1, seed).examples().get(0, 0))
            .distinct()
            .toArray();
    assertThat(Ints.asList(drawn)).hasSize(size);
  }
}
