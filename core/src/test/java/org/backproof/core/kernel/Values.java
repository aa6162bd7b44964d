package org.backproof.core.kernel;

import java.util.Arrays;
import java.util.Random;

/** Kinds of values that arrays are filled with. */
enum Values {
  /** Integers of at most 3 digits, on which sums of products are exact. */
  SMALL_INTEGERS {
    @Override
    double draw(Random random) {
      return random.nextInt(1999) - 999;
    }
  },

  /** Values of one magnitude and both signs. */
  MODERATE {
    @Override
    double draw(Random random) {
      return 2 * random.nextDouble() - 1;
    }
  },

  /**
   * Magnitudes from 2^-540 to 2^480: products of two may underflow, but no sum of them overflows.
   */
  WIDE {
    @Override
    double draw(Random random) {
      return Math.scalb(2 * random.nextDouble() - 1, random.nextInt(1021) - 540);
    }
  },

  /** All that arithmetic treats apart, among ordinary values. */
  SPECIAL {
    private static final double[] SPECIALS = {
      0.0,
      -0.0,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MIN_NORMAL,
      -Double.MIN_NORMAL,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN
    };

    @Override
    double draw(Random random) {
      return random.nextInt(8) == 0
          ? SPECIALS[random.nextInt(SPECIALS.length)]
          : MODERATE.draw(random);
    }
  };

  abstract double draw(Random random);

  double[] array(Random random, int length) {
    double[] array = new double[length];
    Arrays.setAll(array, i -> draw(random));
    return array;
  }
}
