/**
 * Derivations: what is given, what is defined and what is claimed of it, as expressions. A {@link
 * org.backproof.verify.derivation.Derivation} is read from text or built in Java; names have been
 * resolved, shapes checked and entrywise definitions turned into whole tensors, so that whoever
 * checks a claim sees nothing but {@link org.backproof.autodiff.expr.Expr}.
 *
 * <p>An index of an entrywise definition or of a sum is an axis: under {@code i < h} an expression
 * is a tensor with an axis for {@code i}, an entry {@code A[i, j]} is {@code A} itself, a sum over
 * an index is a contraction, and a condition on an index such as {@code j > 0} splits its axis into
 * blocks, of which each sees only the range that is left to it.
 */
@NullMarked
package org.backproof.verify.derivation;

import org.jspecify.annotations.NullMarked;
