package org.backproof.verify.notation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigInteger;
import java.util.Optional;
import org.backproof.core.number.Rational;

/** A statement as it is written. */
public sealed interface Statement {
  /** Where it stands, without comments before and after it. */
  Span span();

  /**
   * One of {@code dims m, n >= 2}.
   *
   * @param least what is written after {@code >=}
   */
  record Size(Span span, String name, Optional<BigInteger> least) {}

  /** {@code dims m, n >= 2}. */
  record Dims(Span span, ImmutableList<Size> sizes) implements Statement {}

  /**
   * One end of a domain.
   *
   * @param value empty for an infinite end
   */
  record End(boolean isClosed, Optional<Rational> value) {}

  /** {@code in [0, 1)}. */
  record Interval(Span span, End low, End high) {}

  /**
   * {@code given A : m x n in [0, 1]}.
   *
   * @param axes the sizes, none for a scalar
   */
  record Given(
      Span span, Span nameSpan, String name, ImmutableList<Node> axes, Optional<Interval> domain)
      implements Statement {}

  /**
   * {@code name = body}, or {@code name[i < m, j < n] = body}.
   *
   * @param binders none for a definition that is not entry by entry
   */
  record Definition(
      Span span, Span nameSpan, String name, ImmutableList<Node.Binder> binders, Node body)
      implements Statement {}

  /** {@code assume A > 0}, or with a chain. */
  record Assume(Span span, Node.Comparison condition) implements Statement {}

  /** {@code claim "label": A == B == C}; or {@code reject}. */
  record Claim(
      Span span, boolean isReject, Optional<String> label, Span body, ImmutableList<Node> sides)
      implements Statement {}

  /** {@code illshaped "label": A}. */
  record Illshaped(Span span, Optional<String> label, Node body) implements Statement {}

  /**
   * A statement that cannot be read.
   *
   * @param names the names that it would have brought in
   */
  record Broken(Span span, ImmutableSet<String> names) implements Statement {}
}
