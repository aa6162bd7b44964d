/** The command line: {@code backproof} and its subcommands. Nothing else depends on it. */
@NullMarked
package org.backproof.verify.cli;

import org.jspecify.annotations.NullMarked;
