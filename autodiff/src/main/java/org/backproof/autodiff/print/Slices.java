package org.backproof.autodiff.print;

import com.google.common.collect.ImmutableList;
import org.backproof.autodiff.expr.Slice;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;

/** Slices as NumPy writes them. */
final class Slices {
  private Slices() {}

  /** One for each axis: {@code :}, {@code 1:}, {@code :n}, {@code 1:n}. */
  static ImmutableList<String> of(Slice slice, Shape shape) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (int axis = 0; axis < shape.rank(); axis++) {
      Dim start = slice.starts().get(axis);
      Dim stop = slice.stops().get(axis);
      texts.add(
          (start.equals(Dim.ZERO) ? "" : start.toString())
              + ":"
              + (stop.equals(shape.dim(axis)) ? "" : stop.toString()));
    }
    return texts.build();
  }
}
