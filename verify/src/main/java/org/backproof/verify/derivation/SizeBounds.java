package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalLong;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;

/** The names of sizes, in the order in which they are declared, and how small each may be. */
public final class SizeBounds {
  private final ImmutableMap<String, Integer> least;

  private SizeBounds(ImmutableMap<String, Integer> least) {
    this.least = least;
  }

  /** For each name the least number that it stands for, at least 1. */
  public static SizeBounds of(Map<String, Integer> least) {
    return new SizeBounds(ImmutableMap.copyOf(least));
  }

  /** For each name the least number that it stands for. */
  public ImmutableMap<String, Integer> asMap() {
    return least;
  }

  /** The least number that a dim comes to; empty if it falls without end as sizes grow. */
  public OptionalLong least(Dim dim) {
    long sum = dim.constant();
    for (String name : dim.names()) {
      if (dim.coefficient(name) < 0) {
        return OptionalLong.empty();
      }
      sum += (long) dim.coefficient(name) * least.getOrDefault(name, 1);
    }
    return OptionalLong.of(sum);
  }

  /** Whether a dim is at least a number, for all sizes. */
  public boolean isAtLeast(Dim dim, long number) {
    OptionalLong smallest = least(dim);
    return smallest.isPresent() && smallest.getAsLong() >= number;
  }

  /**
   * The end of a message that says how sizes are to be narrowed so that a dim is at least a number:
   * {@code ; narrow a size with dims n >= 3}. Nothing, where no narrowing is enough.
   */
  String narrowing(Dim dim, int number) {
    if (dim.names().size() != 1) {
      return "";
    }
    String name = dim.names().iterator().next();
    int factor = dim.coefficient(name);
    int bound = -Math.floorDiv(dim.constant() - number, factor);
    return factor > 0 ? "; narrow a size with dims " + name + " >= " + bound : "";
  }

  /** How many entries a tensor has when all sizes are as small as may be; saturates. */
  public double leastEntries(Shape shape) {
    double entries = 1;
    for (Dim dim : shape.dims()) {
      entries *= Math.max(1, least(dim).orElse(1));
    }
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SizeBounds sizeBounds && least.equals(sizeBounds.least);
  }

  @Override
  public int hashCode() {
    return least.hashCode();
  }

  /** As it is declared: {@code m, n >= 2}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    least.forEach(
        (name, bound) ->
            text.append(text.length() == 0 ? "" : ", ")
                .append(bound == 1 ? name : name + " >= " + bound));
    return text.toString();
  }
}
