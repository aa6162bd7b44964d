package org.backproof.core.tensor;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import org.backproof.core.shape.ShapeException;

/**
 * A contraction pattern with a size for each label: strides for each operand, and for the result,
 * by label.
 */
final class LabelSizes {
  private final ContractionPattern pattern;
  private final int[] sizes;

  private LabelSizes(ContractionPattern pattern, int[] sizes) {
    this.pattern = pattern;
    this.sizes = sizes;
  }

  /**
   * The sizes of the labels.
   *
   * @throws ShapeException if an operand has another rank than its labels, or a label two sizes
   */
  static LabelSizes of(ContractionPattern pattern, List<int[]> operandSizes, int[] freeSizes) {
    int[] sizes = new int[pattern.labels()];
    Arrays.fill(sizes, -1);
    for (int k = 0; k < operandSizes.size(); k++) {
      ImmutableIntArray labels = pattern.operands().get(k);
      int[] operand = operandSizes.get(k);
      boolean fits = labels.length() == operand.length;
      for (int axis = 0; fits && axis < operand.length; axis++) {
        int label = labels.get(axis);
        fits = sizes[label] == -1 || sizes[label] == operand[axis];
        sizes[label] = operand[axis];
      }
      if (!fits) {
        throw new ShapeException(
            "The contraction "
                + pattern
                + " does not fit operands of "
                + String.join(" and ", operandSizes.stream().map(Layout::text).toList()));
      }
    }
    ImmutableIntArray free = pattern.freeLabels();
    for (int k = 0; k < free.length(); k++) {
      sizes[free.get(k)] = freeSizes[k];
    }
    return new LabelSizes(pattern, sizes);
  }

  /** The sizes of some labels, in order. */
  int[] sizes(int[] labels) {
    int[] result = new int[labels.length];
    for (int k = 0; k < labels.length; k++) {
      result[k] = sizes[labels[k]];
    }
    return result;
  }

  /** The product of the sizes of some labels. */
  int count(int[] labels) {
    return Layout.length(sizes(labels));
  }

  /** The sizes of the result's axes. */
  int[] resultSizes() {
    return sizes(pattern.result().toArray());
  }

  /**
   * For some labels, the distance between entries of a dense array that are neighbours along the
   * label: the sum of the strides of its axes of that label.
   */
  int[] strides(int[] arrayLabels, int[] labels) {
    int[] axisStrides = Layout.strides(sizes(arrayLabels));
    int[] byLabel = new int[sizes.length];
    for (int axis = 0; axis < axisStrides.length; axis++) {
      byLabel[arrayLabels[axis]] += axisStrides[axis];
    }
    int[] result = new int[labels.length];
    for (int k = 0; k < labels.length; k++) {
      result[k] = byLabel[labels[k]];
    }
    return result;
  }
}
