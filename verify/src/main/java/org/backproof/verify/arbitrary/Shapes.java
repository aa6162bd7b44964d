package org.backproof.verify.arbitrary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.shape.Sizes;

/** Symbolic shapes, and numbers for their sizes. */
public final class Shapes {
  /** The greatest number that {@link #sizes} draws. */
  static final int GREATEST_SIZE = 3;

  private static final Dim M = Dim.named("m");
  private static final Dim N = Dim.named("n");
  private static final Dim H = Dim.named("h");

  private Shapes() {}

  /** Sizes by name, such as {@code m} and {@code n + 1}, and numbers, 1 included. */
  public static Arbitrary<Dim> dims() {
    return Arbitraries.of(N, M, N, M, H, Dim.ONE, Dim.of(2), Dim.of(3), N.plus(1), M.times(2));
  }

  /** Shapes of some rank, of {@link #dims}. */
  public static Arbitrary<Shape> shapes(int leastRank, int greatestRank) {
    return dims().list().ofMinSize(leastRank).ofMaxSize(greatestRank).map(Shape::of);
  }

  /** Numbers from 1 to 3 for the names. */
  public static Arbitrary<Sizes> sizes(Collection<String> names) {
    List<String> ordered = new ArrayList<>(names);
    return Arbitraries.integers()
        .between(1, GREATEST_SIZE)
        .list()
        .ofSize(ordered.size())
        .map(numbers -> sizes(ordered, numbers));
  }

  private static Sizes sizes(List<String> names, List<Integer> numbers) {
    Map<String, Integer> sizes = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      sizes.put(names.get(i), numbers.get(i));
    }
    return Sizes.of(sizes);
  }
}
