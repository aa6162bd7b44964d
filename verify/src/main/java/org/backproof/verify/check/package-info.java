/**
 * Gradient checks: several independent gradients of one cost, each entry with a bound on its error,
 * held against one another.
 *
 * <p>What decides is never a tolerance that somebody chose. Reverse mode's round-off is bounded by
 * evaluating the same graph in interval arithmetic; finite differences bring their own error
 * estimate; where they cannot tell, the complex step decides, which does not cancel. A difference
 * beyond the bounds of both sides is a fault of one of them, and the one that stands alone is
 * named, with the place where it first departs.
 */
@NullMarked
package org.backproof.verify.check;

import org.jspecify.annotations.NullMarked;
