/**
 * Numerical differentiation of black boxes: all that is known of a function is how to evaluate it
 * in doubles. Each derivative comes with a bar, an estimated bound on its absolute error that holds
 * the truncation of the difference formula and the round-off of the function, whose noise is
 * measured. The bar is meant to be honest in both directions: what a check compares against the
 * value must neither be refused for round-off nor pass because the bar is wide. Where a function is
 * not finite, jumps or has a kink, the estimate says so.
 *
 * <p>{@link org.backproof.verify.difference.CentralDifference} is the fixed-step formula of
 * textbooks, {@link org.backproof.verify.difference.RichardsonDifference} finds its step and
 * extrapolates, {@link org.backproof.verify.difference.DifferenceGradient} takes whole gradients.
 */
@NullMarked
package org.backproof.verify.difference;

import org.jspecify.annotations.NullMarked;
