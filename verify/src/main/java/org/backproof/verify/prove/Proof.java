package org.backproof.verify.prove;

import com.google.common.collect.ImmutableList;

/**
 * Both expressions are equal for every size and every value at which both are defined.
 *
 * @param assumptions under which that is so, in words; where a derivative exists almost everywhere
 *     only, where that is
 * @param steps the identities that were used, in order
 */
public record Proof(ImmutableList<String> assumptions, ImmutableList<String> steps)
    implements Outcome {}
