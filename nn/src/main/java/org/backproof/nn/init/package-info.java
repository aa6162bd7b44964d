/**
 * First values for the weights of a network. They must differ from unit to unit: hidden units that
 * start with equal weights, zeros or any other constant, compute the same, get the same gradient
 * and so stay equal for ever under gradient descent, however many there are. Drawing them at random
 * breaks that symmetry; the scale is chosen so that signals neither fade nor saturate from layer to
 * layer. A draw is a function of the network and a seed, the same bits on every machine.
 */
@NullMarked
package org.backproof.nn.init;

import org.jspecify.annotations.NullMarked;
