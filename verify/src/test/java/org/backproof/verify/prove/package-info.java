/** Tests of the prover: what it must prove, what it must not, and what its proofs are held to. */
@NullMarked
package org.backproof.verify.prove;

import org.jspecify.annotations.NullMarked;
