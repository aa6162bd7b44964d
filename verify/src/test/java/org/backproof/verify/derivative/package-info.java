/**
 * Holds the derivative rules of every primitive, and of random graphs over all of them, against
 * references that share nothing with the rules: dual numbers' own table of derivatives, the complex
 * step, differences of values to 60 digits, and exact arithmetic modulo a prime.
 *
 * <p>No tolerance is chosen. Where both sides are computed to 60 digits, what may differ is the
 * round-off of those digits; where one is computed in doubles, {@link
 * org.backproof.verify.derivative.RoundedNumbers} follow the round-off of that computation through
 * the graph.
 */
@NullMarked
package org.backproof.verify.derivative;

import org.jspecify.annotations.NullMarked;
