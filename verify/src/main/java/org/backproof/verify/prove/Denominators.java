package org.backproof.verify.prove;

import java.util.LinkedHashMap;
import java.util.Map;
import org.backproof.core.number.Rational;

/**
 * A form times the denominators that all of its terms could share, each multiplied out: zero
 * exactly where the form is, wherever that has a value.
 */
final class Denominators {
  private static final int MOST_ROUNDS = 4;

  private final Session session;

  Denominators(Session session) {
    this.session = session;
  }

  /** The form without denominators if that makes it zero, else the form. */
  Form cleared(Form form) {
    Form cleared = form;
    for (int round = 0; round < MOST_ROUNDS && !cleared.isZero(); round++) {
      Map<Atom, Integer> denominators = denominators(cleared);
      if (denominators.isEmpty()) {
        return form;
      }
      cleared = multiplied(cleared, denominators);
    }
    return cleared.isZero() ? cleared : form;
  }

  /** The sums that some term is divided by, with the greatest power. */
  private static Map<Atom, Integer> denominators(Form form) {
    Map<Atom, Integer> denominators = new LinkedHashMap<>();
    for (Monomial monomial : form.terms().keySet()) {
      for (Factor factor : monomial.factors()) {
        Atom atom = factor.atom();
        if (factor.exponent().signum() < 0
            && atom.head() instanceof Head.Applied
            && ((Head.Applied) atom.head()).function() == Function.GROUP
            && atom.indices().stream().noneMatch(Index::isBound)) {
          denominators.merge(atom, ceiling(factor.exponent().negate()), Math::max);
        }
      }
    }
    return denominators;
  }

  private static int ceiling(Rational value) {
    return value
        .numerator()
        .add(value.denominator())
        .subtract(java.math.BigInteger.ONE)
        .divide(value.denominator())
        .intValueExact();
  }

  private Form multiplied(Form form, Map<Atom, Integer> denominators) {
    Form.Sum out = new Form.Sum();
    form.terms()
        .forEach(
            (monomial, coefficient) -> {
              Product product = session.algebra().open(monomial, coefficient);
              denominators.forEach((atom, power) -> product.times(atom, Rational.of(power)));
              session.algebra().reduce(product, out);
            });
    session.budget().requireTerms(out.size());
    return out.toForm();
  }
}
