/**
 * Costs as graphs. An {@link org.backproof.autodiff.expr.Expr} is a node of an immutable graph
 * whose equal parts are shared; its {@link org.backproof.autodiff.expr.Primitive} states the shape
 * rule, the value over any number system and the derivative rules of one operation, in one place.
 * {@link org.backproof.autodiff.expr.Functions}, {@link org.backproof.autodiff.expr.LinearAlgebra}
 * and {@link org.backproof.autodiff.expr.Structure} are what people write expressions with;
 * everything there is built from the primitives.
 *
 * <p>Why so few primitives: one general contraction is closed under differentiation (the derivative
 * of a sum of products is a sum of products), and so is one linear recurrence, so neither brings
 * new primitives in when a gradient is taken.
 */
@NullMarked
package org.backproof.autodiff.expr;

import org.jspecify.annotations.NullMarked;
