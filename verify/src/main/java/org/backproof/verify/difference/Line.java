package org.backproof.verify.difference;

/** A function of one number: a function of many, restricted to the line {@code x + t v}. */
interface Line {
  double valueAt(double t);

  /** The displacement that is really reached for {@code t}, since {@code x + t v} is rounded. */
  double reached(double t);

  /** A power of two that is a natural size of a displacement; nothing better is known of it. */
  double unit();

  /** The smallest displacement that rounding leaves enough of. */
  double finest();

  /** The deviation of the function when a displaced point is off by its rounding. */
  double noiseOfRounding();
}
