package org.backproof.verify.derivation;

/** A statement uses a name whose own statement has a fault, which is all there is to say. */
final class FollowUpFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FollowUpFault() {
    super("", null, false, false);
  }
}
