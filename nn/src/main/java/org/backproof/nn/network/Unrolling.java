package org.backproof.nn.network;

import org.backproof.core.tensor.Tensor;

/**
 * The order in which weight matrices make one vector: matrix after matrix from the first layer on,
 * and each of them in this order.
 */
public enum Unrolling {
  /** Row after row, as NumPy's {@code ravel} does: the weights into one unit stand together. */
  ROW_MAJOR {
    @Override
    double[] unroll(Tensor matrix) {
      return matrix.toArray();
    }

    @Override
    Tensor roll(double[] entries, int rows, int columns) {
      return Tensor.of(entries, rows, columns);
    }

    @Override
    Entry entry(int layer, int index, int rows, int columns) {
      return new Entry(layer, index / columns, index % columns);
    }
  },

  /** Column after column, as Octave's {@code [Theta1(:); Theta2(:)]}, the course's order. */
  COLUMN_MAJOR {
    @Override
    double[] unroll(Tensor matrix) {
      return matrix.transpose().toArray();
    }

    @Override
    Tensor roll(double[] entries, int rows, int columns) {
      return Tensor.of(entries, columns, rows).transpose();
    }

    @Override
    Entry entry(int layer, int index, int rows, int columns) {
      return new Entry(layer, index % rows, index / rows);
    }
  };

  abstract double[] unroll(Tensor matrix);

  abstract Tensor roll(double[] entries, int rows, int columns);

  abstract Entry entry(int layer, int index, int rows, int columns);
}
