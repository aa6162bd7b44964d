/**
 * The number system that needs a library: real numbers to as many decimal digits as one asks for.
 * What it says of a cost or a derivative is the reference for everything that is computed in
 * doubles.
 */
@NullMarked
package org.backproof.verify.number;

import org.jspecify.annotations.NullMarked;
