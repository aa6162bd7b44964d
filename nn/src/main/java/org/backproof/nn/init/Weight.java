package org.backproof.nn.init;

/** The rule for one weight; column 0 holds the bias unit's. */
@FunctionalInterface
interface Weight {
  double draw(RandomDoubles random, int fanIn, int fanOut, int column);
}
