/**
 * Sizes and shapes known by name: {@link org.backproof.core.shape.Dim} is an affine integer
 * expression over size names, {@link org.backproof.core.shape.Shape} a list of them, {@link
 * org.backproof.core.shape.Sizes} gives the names numbers. Shapes are checked while names are still
 * names, so that a mistake is found before any number is known, and what is proved of a shape holds
 * for every size.
 */
@NullMarked
package org.backproof.core.shape;

import org.jspecify.annotations.NullMarked;
