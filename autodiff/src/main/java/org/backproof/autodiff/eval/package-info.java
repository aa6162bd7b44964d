/**
 * The values of expressions: {@link org.backproof.autodiff.eval.Evaluator} reads a graph over
 * doubles or over any other number system, given tensors for its variables; {@link
 * org.backproof.autodiff.eval.Jacobian} gathers products into whole Jacobians.
 */
@NullMarked
package org.backproof.autodiff.eval;

import org.jspecify.annotations.NullMarked;
