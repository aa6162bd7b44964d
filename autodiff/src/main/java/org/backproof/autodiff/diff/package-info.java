/**
 * Derivatives of graphs as graphs: {@link org.backproof.autodiff.diff.Differentiation} takes
 * gradients, products with the Jacobian from either side and with the Hessian, each again an
 * expression that can be printed, simplified, evaluated and differentiated. The rules it uses are a
 * value, {@link org.backproof.autodiff.diff.Rules}, of which single ones can be replaced, to see
 * what notices a wrong one.
 */
@NullMarked
package org.backproof.autodiff.diff;

import org.jspecify.annotations.NullMarked;
