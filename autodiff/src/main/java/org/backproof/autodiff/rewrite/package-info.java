/**
 * Rewriting of expressions by named rules: into simpler ones of the same meaning, and into ones
 * that are computed more accurately.
 */
@NullMarked
package org.backproof.autodiff.rewrite;

import org.jspecify.annotations.NullMarked;
