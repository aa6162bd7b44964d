/**
 * Number systems over which one graph can be read: real numbers as doubles, complex numbers for the
 * complex step, dual numbers for forward mode, intervals that enclose the true value, and the
 * integers modulo a large prime. Each is a {@link org.backproof.core.number.NumberSystem}; a
 * function of numbers is written once against that interface and then has a value in all of them.
 * {@link org.backproof.core.number.Rational} holds the exact numbers that people write.
 */
@NullMarked
package org.backproof.core.number;

import org.jspecify.annotations.NullMarked;
