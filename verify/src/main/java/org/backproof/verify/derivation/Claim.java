package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.backproof.verify.notation.Diagnostic;
import org.backproof.verify.notation.Position;

/**
 * What the author of a derivation says of it.
 *
 * @param label empty if there is none
 * @param position where the statement begins
 * @param source the text of the sides
 * @param sides all of one shape; none if the claim is that shapes do not fit
 * @param shapeError the fault in the shapes, if it is claimed that there is one, and there is
 */
public record Claim(
    Kind kind,
    Optional<String> label,
    Position position,
    String source,
    ImmutableList<Side> sides,
    Optional<Diagnostic> shapeError) {
  /** What is said. */
  public enum Kind {
    /** All sides are equal. */
    CLAIM,
    /** They are not. */
    REJECT,
    /** The shapes do not fit. */
    ILLSHAPED
  }

  /** Each side with the next; none if the claim is that shapes do not fit. */
  public ImmutableList<Link> links() {
    return IntStream.range(1, sides.size())
        .mapToObj(i -> new Link(sides.get(i - 1), sides.get(i)))
        .collect(ImmutableList.toImmutableList());
  }
}
