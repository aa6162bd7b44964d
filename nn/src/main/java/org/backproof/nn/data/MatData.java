package org.backproof.nn.data;

import java.util.Set;
import org.backproof.core.tensor.Tensor;

/**
 * Labelled examples in the layout of the course's {@code ex4data1.mat}: a matrix {@code X}, one
 * example a row, and a column (or row) {@code y} of its labels.
 */
final class MatData {
  private MatData() {}

  static Dataset read(InputFile input, LabelCoding coding) {
    MatFile file = MatFile.read(input, Set.of("X", "y")::contains);
    Tensor examples = file.require("X");
    Tensor labels = file.require("y");
    if (Math.min(labels.size(0), labels.size(1)) != 1 || labels.length() != examples.size(0)) {
      throw input.error(
          "X is %s and y is %s, but y must be a column with a label for each row of X, %s x 1",
          InputFile.text(examples.sizes()), InputFile.text(labels.sizes()), examples.size(0));
    }
    return new LabelParser(input, coding, i -> "y(" + (i + 1) + ")")
        .dataset(examples, labels.toArray());
  }
}
