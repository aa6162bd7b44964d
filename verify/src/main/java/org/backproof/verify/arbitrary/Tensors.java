package org.backproof.verify.arbitrary;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.backproof.core.tensor.Tensor;

/** Tensors of given or random sizes. */
public final class Tensors {
  private Tensors() {}

  /** Tensors of the given sizes. */
  public static Arbitrary<Tensor> of(Arbitrary<Double> entries, int... sizes) {
    int length = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
    return entries.list().ofSize(length).map(list -> Tensor.of(Doubles.toArray(list), sizes));
  }

  /** Tensors of any rank up to the given one, of sizes from the least, which may be 0, to 4. */
  public static Arbitrary<Tensor> any(Arbitrary<Double> entries, int greatestRank, int leastSize) {
    return Arbitraries.integers()
        .between(leastSize, 4)
        .list()
        .ofMaxSize(greatestRank)
        .flatMap(sizes -> of(entries, Ints.toArray(sizes)));
  }
}
