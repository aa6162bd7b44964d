package org.backproof.verify.prove;

/** What comes of an attempt to prove two expressions equal. */
public sealed interface Outcome permits Proof, Unproved {}
