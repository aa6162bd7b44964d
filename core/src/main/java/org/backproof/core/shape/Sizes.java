package org.backproof.core.shape;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;

/** Numbers for size names: {@code m = 5, n = 3}. Immutable. */
public final class Sizes {
  /** No names at all: enough where every size is a number. */
  public static final Sizes NONE = of(Map.of());

  private final ImmutableSortedMap<String, Integer> values;

  private Sizes(ImmutableSortedMap<String, Integer> values) {
    this.values = values;
  }

  public static Sizes of(Map<String, Integer> values) {
    return new Sizes(ImmutableSortedMap.copyOf(values));
  }

  /**
   * The number that a dim comes to.
   *
   * @throws ShapeException if a name in it has no number here, or the result is negative or too
   *     large for an int
   */
  public int of(Dim dim) {
    long value = dim.constant();
    for (String name : dim.names()) {
      value += (long) dim.coefficient(name) * of(name);
    }
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new ShapeException("The size " + dim + " comes to " + value + " with " + this);
    }
    return (int) value;
  }

  private int of(String name) {
    Integer value = values.get(name);
    if (value == null) {
      throw new ShapeException(
          "The size '"
              + name
              + "' has no number"
              + (values.isEmpty() ? "" : " (known: " + this + ")")
              + "; bind a tensor whose shape tells it, or give it");
    }
    return value;
  }

  /** The numbers that a shape comes to, axis by axis. */
  public int[] of(Shape shape) {
    return shape.dims().stream().mapToInt(this::of).toArray();
  }

  public ImmutableSortedMap<String, Integer> asMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sizes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** For instance {@code m = 5, n = 3}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (name, value) -> text.append(text.length() == 0 ? "" : ", ").append(name + " = " + value));
    return text.toString();
  }
}
