package org.backproof.nn.init;

import java.util.SplittableRandom;

/**
 * Random doubles of which every bit follows from the seed, on any machine and JDK: from {@link
 * SplittableRandom}'s 64-bit integers (SplitMix64; Steele, Lea and Flood, Fast splittable
 * pseudorandom number generators, 2014) by arithmetic that is specified exactly. The library's own
 * normal numbers are not: their algorithm may change.
 */
final class RandomDoubles {
  private final SplittableRandom bits;

  RandomDoubles(long seed) {
    this.bits = new SplittableRandom(seed);
  }

  /** Uniform in [0, 1): 53 bits. */
  private double unit() {
    return (bits.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [-bound, bound). */
  double uniform(double bound) {
    return (2 * unit() - 1) * bound;
  }

  /** Normal with mean 0 and variance 1, by the transform of Box and Muller (1958). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * Math.PI * unit());
  }
}
