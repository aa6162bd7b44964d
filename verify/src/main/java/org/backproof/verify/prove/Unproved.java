package org.backproof.verify.prove;

import com.google.common.collect.ImmutableList;

/**
 * No proof was found; the expressions may be equal all the same.
 *
 * @param reason why the attempt ended
 * @param residual what is left of the difference, term by term, as text; empty where the attempt
 *     ended before there was a difference
 */
public record Unproved(String reason, ImmutableList<String> residual) implements Outcome {}
