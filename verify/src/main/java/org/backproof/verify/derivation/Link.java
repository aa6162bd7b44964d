package org.backproof.verify.derivation;

/** Two neighbouring sides of a claim, of the same shape. */
public record Link(Side left, Side right) {}
