/**
 * Arbitraries for property tests with jqwik: entries, shapes, sizes and tensors, and random
 * well-shaped expression graphs over all primitives with tensors for their variables. Samples
 * shrink to few steps, sizes of 1 and round numbers. Whoever does not test with jqwik does not need
 * to have it.
 */
@NullMarked
package org.backproof.verify.arbitrary;

import org.jspecify.annotations.NullMarked;
