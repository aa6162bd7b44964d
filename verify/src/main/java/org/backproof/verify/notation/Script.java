package org.backproof.verify.notation;

import com.google.common.collect.ImmutableList;

/**
 * The statements of a source.
 *
 * @param diagnostics one for each statement that cannot be read
 */
public record Script(
    Source source, ImmutableList<Statement> statements, ImmutableList<Diagnostic> diagnostics) {}
