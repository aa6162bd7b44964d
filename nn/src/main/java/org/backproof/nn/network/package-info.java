/**
 * What a network is, apart from anything that is computed with it: the sizes of its layers, their
 * activation functions, its cost and penalty, the weight matrices that belong to it and the
 * examples it is tried on. Layers are counted from 1, the inputs, to L, the outputs, as in the
 * books; {@code Theta_l} leads from layer l to layer l + 1 and has the weights of the bias unit in
 * its first column. There is no derivative here and no graph, so that gradients which share nothing
 * but this package are independent of one another.
 */
@NullMarked
package org.backproof.nn.network;

import org.jspecify.annotations.NullMarked;
