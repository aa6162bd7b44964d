package org.backproof.verify.derivative;

import net.jqwik.api.Arbitrary;
import org.backproof.verify.arbitrary.BoundExpr;

/**
 * A primitive and the points at which its derivatives are checked.
 *
 * @param key as {@link Primitives} has it
 * @param points expressions of which the primitive is the last operation, or for a leaf a part
 * @param kind what there is to its rules
 */
record PrimitiveCase(String key, Arbitrary<BoundExpr> points, Kind kind) {
  enum Kind {
    /** It has rules. */
    RULES,

    /** It has rules, by which all derivatives are zero. */
    FLAT,

    /** It has no operands, and so no rules. */
    LEAF,

    /** It names a derivative, and is expanded before any rule is asked for. */
    NAMED_DERIVATIVE
  }

  /** A point of a case. */
  record Sample(PrimitiveCase primitive, BoundExpr point) {
    @Override
    public String toString() {
      return primitive.key + "\n" + point;
    }
  }

  Arbitrary<Sample> samples() {
    return points.map(point -> new Sample(this, point));
  }

  @Override
  public String toString() {
    return key;
  }
}
