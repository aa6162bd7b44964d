package org.backproof.verify.prove;

/** Why a proof attempt ends: something that index form cannot say, or a budget that is spent. */
final class Unprovable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unprovable(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
