/**
 * Back-propagation by hand: the gradient of a network's cost from the delta rule, as the books
 * derive it (Rumelhart, Hinton and Williams, Learning representations by back-propagating errors,
 * 1986; Nielsen, Neural Networks and Deep Learning, chapter 2, whose equations BP1 to BP4 the
 * comments cite). It is written twice, example by example and on whole matrices, and exposes every
 * z, a and delta, so that a difference from another gradient can be located. {@link
 * org.backproof.nn.backprop.Fault} breaks it on purpose, one step at a time.
 *
 * <p>Nothing here uses a graph or automatic differentiation: a gradient from here and one from
 * there have only the network's definition in common.
 */
@NullMarked
package org.backproof.nn.backprop;

import org.jspecify.annotations.NullMarked;
