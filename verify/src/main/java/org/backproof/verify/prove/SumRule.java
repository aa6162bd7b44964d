package org.backproof.verify.prove;

import java.util.HashMap;
import java.util.Map;
import org.backproof.core.number.Rational;
import org.jspecify.annotations.Nullable;

/**
 * A monomial that has a known value: wherever it is found in a product it gives way to a form.
 *
 * @param pattern whose slots may be any indices
 * @param replacement of the same slots, which the pattern is equal to
 */
record SumRule(Session session, String name, Monomial pattern, Form replacement) implements Rule {
  /** The rule that a form is zero, solved for one of its terms. */
  static SumRule solved(Session session, String name, Form zero, Monomial leader) {
    Rational coefficient = zero.terms().getOrDefault(leader, Rational.ONE);
    Form others = zero.minus(new Form.Sum().add(leader, coefficient).toForm());
    return new SumRule(session, name, leader, others.times(coefficient.reciprocal().negate()));
  }

  @Override
  public @Nullable Result apply(Product product) {
    Matcher.Match match = Matcher.find(session, product, pattern, true);
    if (match == null) {
      return null;
    }
    Map<Index, Index> names = new HashMap<>();
    match
        .indices()
        .forEach(
            (from, to) -> {
              if (!from.isBound()) {
                names.put(from, to);
              }
            });
    return new Result(match.rest(), session.algebra().rename(replacement, names));
  }
}
