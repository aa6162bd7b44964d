/**
 * A network's cost as an expression over symbolic sizes, so that it can be differentiated, printed,
 * evaluated over any number system and proved about. It is built from the network's definition
 * alone and knows nothing of the delta rule, against which its derivatives are held.
 */
@NullMarked
package org.backproof.nn.graph;

import org.jspecify.annotations.NullMarked;
