/**
 * Reads the text of derivations: from a file to {@link org.backproof.verify.notation.Statement}s,
 * trees of {@link org.backproof.verify.notation.Node}s that know where they stand, and one {@link
 * org.backproof.verify.notation.Diagnostic} for each statement that cannot be read. What names mean
 * and whether shapes fit is not known here.
 *
 * <p>The parser is written by hand. Lines are cut into statements by indentation before any grammar
 * applies, so that a fault ends with its statement; what follows is an operator-precedence parser,
 * no longer than its grammar would be, that says at each place what was expected there in the words
 * of the notation, and that bounds its own depth. A generated parser would bring a runtime and an
 * error strategy as long as this to say the same.
 */
@NullMarked
package org.backproof.verify.notation;

import org.jspecify.annotations.NullMarked;
