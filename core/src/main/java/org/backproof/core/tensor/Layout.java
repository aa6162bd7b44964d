package org.backproof.core.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.backproof.core.shape.ShapeException;

/** Index arithmetic of dense row-major arrays: lengths, strides, broadcasting. */
final class Layout {
  private Layout() {}

  /**
   * The number of entries.
   *
   * @throws ShapeException if a size is negative or the number exceeds an int
   */
  static int length(int... sizes) {
    long length = 1;
    boolean empty = false;
    for (int size : sizes) {
      if (size < 0) {
        throw new ShapeException("A size is at least 0; this is not: " + text(sizes));
      }
      empty |= size == 0;
      length = Math.min(length * Math.max(size, 1), 1L << 32);
    }
    if (!empty && length > Integer.MAX_VALUE) {
      throw new ShapeException(
          "A tensor of " + text(sizes) + " has more entries than an array can hold, 2^31 - 1");
    }
    return empty ? 0 : (int) length;
  }

  /** For each axis the distance between neighbours along it. */
  static int[] strides(int[] sizes) {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= sizes[axis];
    }
    return strides;
  }

  /** The sizes that both broadcast to. */
  static int[] broadcast(int[] a, int[] b) {
    if (Arrays.equals(a, b)) {
      return a;
    }
    int[] result = new int[Math.max(a.length, b.length)];
    for (int i = 1; i <= result.length; i++) {
      int x = i > a.length ? 1 : a[a.length - i];
      int y = i > b.length ? 1 : b[b.length - i];
      if (x != y && x != 1 && y != 1) {
        throw new ShapeException(
            "Tensors of "
                + text(a)
                + " and "
                + text(b)
                + " do not broadcast: "
                + x
                + " against "
                + y
                + " at the axis "
                + i
                + " from the last (each must be the same, or 1)");
      }
      result[result.length - i] = x == 1 ? y : x;
    }
    return result;
  }

  /** The strides at which an array of some sizes is read as one of the sizes it broadcasts to. */
  static int[] broadcastStrides(int[] sizes, int[] target) {
    int[] own = strides(sizes);
    int[] result = new int[target.length];
    for (int i = 1; i <= sizes.length; i++) {
      result[target.length - i] = sizes[sizes.length - i] == 1 ? 0 : own[sizes.length - i];
    }
    return result;
  }

  /** The array of sizes without one axis. */
  static int[] without(int[] sizes, int axis) {
    return IntStream.range(0, sizes.length).filter(i -> i != axis).map(i -> sizes[i]).toArray();
  }

  /** The array of sizes with one axis of another size. */
  static int[] with(int[] sizes, int axis, int size) {
    int[] result = sizes.clone();
    result[axis] = size;
    return result;
  }

  /** The product of some of the sizes. */
  static int product(int[] sizes, int from, int to) {
    return length(Arrays.copyOfRange(sizes, from, to));
  }

  /** For messages: {@code 5000 x 401}, {@code a vector of 3}, {@code a single number}. */
  static String text(int... sizes) {
    if (sizes.length < 2) {
      return sizes.length == 0 ? "a single number" : "a vector of " + sizes[0];
    }
    return IntStream.of(sizes).mapToObj(String::valueOf).collect(Collectors.joining(" x "));
  }
}
