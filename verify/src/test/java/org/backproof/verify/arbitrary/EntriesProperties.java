package org.backproof.verify.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.backproof.core.tensor.Tensor;

class EntriesProperties {
  @Provide
  Arbitrary<Tensor> round() {
    return Tensors.any(Entries.round(), 3, 0);
  }

  @Provide
  Arbitrary<Tensor> moderate() {
    return Tensors.any(Entries.moderate(), 3, 1);
  }

  @Property(tries = 200)
  void roundEntriesAreHalvesUpToFour(@ForAll("round") Tensor tensor) {
    assertThat(tensor.stream()).allMatch(x -> Math.abs(x) <= 4 && Math.rint(2 * x) == 2 * x);
  }

  @Property(tries = 200)
  void moderateEntriesAreUpToFour(@ForAll("moderate") Tensor tensor) {
    assertThat(tensor.rank()).isLessThanOrEqualTo(3);
    assertThat(Arrays.stream(tensor.sizes())).allMatch(size -> size >= 1 && size <= 4);
    assertThat(tensor.stream()).allMatch(x -> Math.abs(x) <= 4);
  }

  @Example
  void specialEntriesOccur() {
    Set<Double> seen = Entries.special().sampleStream().limit(2000).collect(Collectors.toSet());

    assertThat(seen)
        .contains(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0)
        .contains(Double.MIN_VALUE, Double.MAX_VALUE);
    assertThat(seen)
        .anyMatch(x -> Math.abs(x) > 1e100)
        .anyMatch(x -> x != 0 && Math.abs(x) < 1e-100);
  }

  @Example
  void emptyTensorsOccurWhereTheyMay() {
    assertThat(Tensors.any(Entries.round(), 2, 0).sampleStream().limit(300))
        .anyMatch(tensor -> tensor.length() == 0)
        .anyMatch(tensor -> tensor.rank() == 0);
  }
}
