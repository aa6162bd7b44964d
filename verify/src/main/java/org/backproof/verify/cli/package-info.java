/**
 * The command {@code backproof}: reads its options, runs the checks that the other packages hold,
 * prints their reports and turns the verdict into an exit code. Nothing depends on this package,
 * and no mathematics is done in it.
 */
@NullMarked
package org.backproof.verify.cli;

import org.jspecify.annotations.NullMarked;
