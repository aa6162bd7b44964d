package org.backproof.core.number;

/**
 * A permutation of the integers modulo {@code p = 2^61 - 1}, chosen by a key, with {@code apply(-u)
 * == -apply(u)} and otherwise without recognisable structure.
 *
 * <p>The numbers from 1 to {@code (p - 1)/2 = 2^60 - 1} are the nonzero numbers of 60 bits; each
 * stands for itself and its negative. A Feistel network (Luby &amp; Rackoff, "How to construct
 * pseudorandom permutations", SIAM J. Comput. 17(2), 1988) permutes them, walking on from zero, and
 * a hash of each chooses whether its sign turns.
 */
final class OddPermutation {
  private static final int ROUNDS = 6;
  private static final int HALF_BITS = 30;
  private static final long HALF_MASK = (1L << HALF_BITS) - 1;
  private static final long GREATEST_POSITIVE = Mersenne61.P / 2;

  /** The odd number nearest to 2^64 divided by the golden ratio, the step of SplitMix64. */
  private static final long GOLDEN_STEP = 0x9E3779B97F4A7C15L;

  private final long key;

  OddPermutation(long key) {
    this.key = mix(key);
  }

  long apply(long u) {
    if (u == 0) {
      return 0;
    }
    long magnitude = magnitude(u);
    long image = encrypt(magnitude);
    while (image == 0) {
      image = encrypt(image);
    }
    return isPositive(u) == keepsSign(magnitude) ? image : Mersenne61.negate(image);
  }

  /** The number that {@link #apply} takes to {@code t}. */
  long invert(long t) {
    if (t == 0) {
      return 0;
    }
    long magnitude = decrypt(magnitude(t));
    while (magnitude == 0) {
      magnitude = decrypt(magnitude);
    }
    return isPositive(t) == keepsSign(magnitude) ? magnitude : Mersenne61.negate(magnitude);
  }

  static long magnitude(long u) {
    return isPositive(u) ? u : Mersenne61.negate(u);
  }

  private static boolean isPositive(long u) {
    return u <= GREATEST_POSITIVE;
  }

  private boolean keepsSign(long magnitude) {
    return (mix(magnitude ^ key) & 1) == 0;
  }

  private long encrypt(long block) {
    long left = block >>> HALF_BITS;
    long right = block & HALF_MASK;
    for (int round = 1; round <= ROUNDS; round++) {
      long next = left ^ roundFunction(right, round);
      left = right;
      right = next;
    }
    return left << HALF_BITS | right;
  }

  private long decrypt(long block) {
    long left = block >>> HALF_BITS;
    long right = block & HALF_MASK;
    for (int round = ROUNDS; round >= 1; round--) {
      long previous = right ^ roundFunction(left, round);
      right = left;
      left = previous;
    }
    return left << HALF_BITS | right;
  }

  private long roundFunction(long half, int round) {
    return mix(half + key + round * GOLDEN_STEP) & HALF_MASK;
  }

  /**
   * The output function of SplitMix64 (Steele, Lea &amp; Flood, OOPSLA 2014; Stafford's variant
   * 13).
   */
  private static long mix(long bits) {
    long z = bits + GOLDEN_STEP;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
