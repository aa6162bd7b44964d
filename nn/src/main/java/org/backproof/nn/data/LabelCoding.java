package org.backproof.nn.data;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a label, the number that is written in a file, names a class, the index of an output unit
 * counted from 0.
 *
 * <p>Where a label is a decimal digit, both codings write the digit as the label modulo 10, so that
 * label 10 means the digit 0:
 *
 * <pre>
 * digit                      0  1  2  ...  9
 * label, class  ZERO_BASED   0  1  2  ...  9     0  1  2  ...  9
 * label, class  ONE_BASED   10  1  2  ...  9     9  0  1  ...  8
 * </pre>
 */
public enum LabelCoding {
  /** Labels 0 to K - 1: a label is its class. The convention of MNIST. */
  ZERO_BASED(0),

  /**
   * Labels 1 to K: label k is the k-th output unit, so its class is k - 1. The convention of MATLAB
   * and of the course, whose tenth unit stands for the digit 0.
   */
  ONE_BASED(1);

  private final int first;

  LabelCoding(int first) {
    this.first = first;
  }

  /** The smallest label: 0 or 1. */
  public int firstLabel() {
    return first;
  }

  /**
   * The class that a label names.
   *
   * @throws IllegalArgumentException if the label is smaller than the first one
   */
  public int classOf(int label) {
    checkArgument(label >= first, "Label %s is below %s, the first of %s", label, first, this);
    return label - first;
  }

  /**
   * The label that names a class.
   *
   * @throws IllegalArgumentException if the class is negative
   */
  public int labelOf(int classIndex) {
    checkArgument(classIndex >= 0, "Class %s is negative; classes are counted from 0", classIndex);
    return classIndex + first;
  }
}
