package org.backproof.verify.difference;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Random numbers by the name of what they are for. */
final class Draws {
  private final SplittableRandom random;

  Draws(SplittableRandom random) {
    this.random = random;
  }

  double in(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A power of ten, with exponents spread evenly. */
  double scale(double lowestExponent, double highestExponent) {
    return Math.pow(10, in(lowestExponent, highestExponent));
  }

  double sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  int integer(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  long bits() {
    return random.nextLong();
  }

  double[] vector(int length, DoubleSupplier entry) {
    return DoubleStream.generate(entry).limit(length).toArray();
  }
}
