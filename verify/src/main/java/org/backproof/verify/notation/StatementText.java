package org.backproof.verify.notation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The tokens of one statement.
 *
 * @param tokens the last one is of kind END
 * @param fault what cannot be a token, or a bracket that does not match; the first of them
 */
record StatementText(ImmutableList<Token> tokens, Optional<SyntaxFault> fault) {}
