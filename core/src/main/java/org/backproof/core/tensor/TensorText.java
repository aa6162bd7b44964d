package org.backproof.core.tensor;

import java.util.Arrays;

/** The text of a tensor: nested brackets, a row a line, numbers right-aligned. */
final class TensorText {
  private static final int SHOWN_IN_FULL = 8;
  private static final int SHOWN_AT_EACH_END = 3;

  private final Tensor tensor;
  private final int[] strides;
  private final int width;

  private TensorText(Tensor tensor) {
    this.tensor = tensor;
    this.strides = Layout.strides(tensor.rawSizes());
    this.width = widest(0, 0);
  }

  static String of(Tensor tensor) {
    StringBuilder out = new StringBuilder();
    new TensorText(tensor).append(out, 0, 0);
    return out.toString();
  }

  /** The entries that are shown along an axis; -1 stands for those left out. */
  private int[] shown(int axis) {
    int size = tensor.size(axis);
    int[] indices = new int[size <= SHOWN_IN_FULL ? size : 2 * SHOWN_AT_EACH_END + 1];
    Arrays.setAll(
        indices,
        i -> i <= SHOWN_AT_EACH_END || size <= SHOWN_IN_FULL ? i : size - indices.length + i);
    if (size > SHOWN_IN_FULL) {
      indices[SHOWN_AT_EACH_END] = -1;
    }
    return indices;
  }

  private int widest(int axis, int offset) {
    if (axis == tensor.rank()) {
      return number(offset).length();
    }
    return Arrays.stream(shown(axis))
        .map(i -> i < 0 ? 0 : widest(axis + 1, offset + i * strides[axis]))
        .max()
        .orElse(0);
  }

  private void append(StringBuilder out, int axis, int offset) {
    if (axis == tensor.rank()) {
      String number = number(offset);
      out.append(" ".repeat(tensor.rank() == 0 ? 0 : width - number.length())).append(number);
      return;
    }
    boolean last = axis == tensor.rank() - 1;
    String separator = last ? ", " : ",\n" + " ".repeat(axis + 1);
    out.append('[');
    String before = "";
    for (int i : shown(axis)) {
      out.append(before);
      before = separator;
      if (i < 0) {
        out.append("...");
      } else {
        append(out, axis + 1, offset + i * strides[axis]);
      }
    }
    out.append(']');
  }

  private String number(int position) {
    double value = tensor.entry(position);
    return value == (int) value && (value != 0 || 1 / value > 0)
        ? String.valueOf((int) value)
        : String.valueOf(value);
  }
}
