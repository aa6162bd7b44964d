/**
 * Proofs that two expressions are equal for every size and every value. Both are lowered to index
 * form, a sum of products of atoms such as {@code X[i, j]} or {@code sigmoid(z[i, k])} over bound
 * indices; derivatives are taken on that form, by its own rules; functions, indices and terms are
 * brought into a normal form, and nothing left of the difference is a proof. Sizes such as {@code n
 * + 1} are split into blocks wherever something is stacked or sliced, so that no index carries a
 * condition. Named expressions are held opaque and expanded only where they must be.
 *
 * <p>Sound for every size; complete for sums of products without functions. Unproved never means
 * refuted.
 */
@NullMarked
package org.backproof.verify.prove;

import org.jspecify.annotations.NullMarked;
