package org.backproof.core.tensor;

/**
 * Walks several arrays in step, each at its own strides: the way in which broadcasting, transposes,
 * slices, diagonals and contractions are all the same loop. The innermost axis is left to the
 * visitor, so that its loop is a plain one.
 */
final class StridedWalk {
  /** Handles one run along the innermost axis. */
  @FunctionalInterface
  interface Run {
    /** Called with the offset of the run's first entry in each array; the array is reused. */
    void at(int[] offsets);
  }

  private StridedWalk() {}

  /**
   * Visits all runs in row-major order.
   *
   * @param sizes the sizes walked over, of rank 1 at least
   * @param offsets where each array begins
   * @param strides for each array the stride along each axis
   */
  static void runs(int[] sizes, int[] offsets, int[][] strides, Run run) {
    for (int size : sizes) {
      if (size == 0) {
        return;
      }
    }
    int[] at = offsets.clone();
    int[] index = new int[sizes.length];
    int axis;
    do {
      run.at(at);
      for (axis = sizes.length - 2; axis >= 0; axis--) {
        if (++index[axis] < sizes[axis]) {
          advance(at, strides, axis, 1);
          break;
        }
        index[axis] = 0;
        advance(at, strides, axis, 1 - sizes[axis]);
      }
    } while (axis >= 0);
  }

  private static void advance(int[] at, int[][] strides, int axis, int steps) {
    for (int k = 0; k < at.length; k++) {
      at[k] += steps * strides[k][axis];
    }
  }
}
