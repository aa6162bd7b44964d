package org.backproof.verify.difference;

/**
 * The derivatives from the left and from the right at one point.
 *
 * <p>A kink that is nearer to the point than doubles can tell from it counts as being on it.
 */
public record OneSided(Estimate left, Estimate right) {
  /** What the two sides say of the point together. */
  public enum Kind {
    /** The two derivatives agree within their errors. */
    SMOOTH,
    /** The two derivatives differ by more than their errors. */
    KINK,
    /** At least one side has no derivative that could be resolved. */
    UNKNOWN
  }

  public Kind kind() {
    if (!left.isResolved() || !right.isResolved()) {
      return Kind.UNKNOWN;
    }
    double gap = Math.abs(right.value() - left.value());
    return gap <= left.error() + right.error() ? Kind.SMOOTH : Kind.KINK;
  }

  /**
   * Whether {@code slope} lies between the two derivatives, their errors included. Between the two
   * sides of a kink lie the subgradients of a convex function, and Clarke's of any other.
   */
  public boolean spans(double slope) {
    if (kind() == Kind.UNKNOWN) {
      return false;
    }
    Estimate low = left.value() <= right.value() ? left : right;
    Estimate high = left.value() <= right.value() ? right : left;
    return low.value() - low.error() <= slope && slope <= high.value() + high.error();
  }
}
