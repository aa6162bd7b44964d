package org.backproof.nn.data;

import com.google.common.primitives.Ints;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.backproof.core.tensor.Tensor;

/** Small matrices and data sets of all sizes from 1 x 1, with every finite double now and then. */
final class DataArbitraries {
  private static final int MOST = 6;

  private DataArbitraries() {}

  static Arbitrary<Double> finiteDoubles() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.doubles().between(-1, 1),
        Arbitraries.of(-0.0, Double.MIN_VALUE, Double.MIN_NORMAL, 0.1, 1.0 / 3, -Double.MAX_VALUE));
  }

  static Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(1, MOST);
  }

  static Arbitrary<Tensor> matrices(int rows, int columns, Arbitrary<Double> entries) {
    return entries
        .array(double[].class)
        .ofSize(rows * columns)
        .map(values -> Tensor.of(values, rows, columns));
  }

  /** Data sets whose largest class has an example, since a file cannot tell of further ones. */
  static Arbitrary<Dataset> datasets(Arbitrary<Double> entries) {
    return Combinators.combine(sizes(), sizes())
        .flatAs((m, n) -> matrices(m, n, entries).flatMap(DataArbitraries::labelled));
  }

  private static Arbitrary<Dataset> labelled(Tensor examples) {
    return Arbitraries.integers()
        .between(0, 11)
        .array(int[].class)
        .ofSize(examples.size(0))
        .map(labels -> Dataset.of(examples, labels, Ints.max(labels) + 1));
  }
}
