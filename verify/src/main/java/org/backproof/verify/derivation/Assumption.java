package org.backproof.verify.derivation;

import org.backproof.verify.notation.Node.Relation;

/** What may be used as true, for each entry: two sides of the same shape and their relation. */
public record Assumption(Side left, Relation relation, Side right) {
  /** As it is written: {@code sum(Y, axis=1) == 1}. */
  @Override
  public String toString() {
    return left.source() + " " + relation.sign() + " " + right.source();
  }
}
