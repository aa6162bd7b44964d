package org.backproof.core.tensor;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.List;
import org.backproof.core.shape.ShapeException;

/**
 * A dense row-major array of numbers of any system. Immutable, if the numbers are.
 *
 * @param <T> the numbers
 */
public final class NumberTensor<T> {
  private final int[] sizes;
  private final Object[] entries;

  private NumberTensor(int[] sizes, Object[] entries) {
    this.sizes = sizes;
    this.entries = entries;
  }

  /**
   * An array of the given entries, row by row.
   *
   * @throws ShapeException if there are not as many entries as the sizes say
   */
  public static <T> NumberTensor<T> of(List<? extends T> entries, int... sizes) {
    if (Layout.length(sizes) != entries.size()) {
      throw new ShapeException(entries.size() + " entries do not fill " + Layout.text(sizes));
    }
    return new NumberTensor<>(sizes.clone(), entries.toArray());
  }

  static <T> NumberTensor<T> wrap(int[] sizes, Object[] entries) {
    return new NumberTensor<>(sizes, entries);
  }

  public int[] sizes() {
    return sizes.clone();
  }

  /** The number of entries. */
  public int length() {
    return entries.length;
  }

  /** The entry at a position in row-major order. */
  @SuppressWarnings("unchecked") // Only numbers of the type ever get in.
  public T entry(int position) {
    return (T) entries[position];
  }

  /**
   * The only entry.
   *
   * @throws IllegalArgumentException if there is not exactly one
   */
  public T toScalar() {
    checkArgument(entries.length == 1, "%s is not a single number", Layout.text(sizes));
    return entry(0);
  }

  int[] rawSizes() {
    return sizes;
  }

  Object[] rawEntries() {
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberTensor<?> that
        && Arrays.equals(sizes, that.sizes)
        && Arrays.equals(entries, that.entries);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sizes) + Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return Layout.text(sizes) + ": " + Arrays.toString(entries);
  }
}
