package org.backproof.verify.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backproof.core.number.Rational;

/**
 * A form as the product of what all its terms share, which is a single term without bound indices,
 * and the rest, of which the leading coefficient is 1 or -1.
 */
record Content(Form form, Form rest) {
  boolean isTrivial() {
    return form.equals(Form.ONE);
  }

  static Content of(Form form, Session session) {
    Algebra algebra = session.algebra();
    Rational scale = form.terms().get(Forms.leader(form)).abs();
    List<Factor> shared = sharedFactors(form);
    Form content =
        algebra.times(
            new Form.Sum().add(Labelling.monomial(List.of(), shared), scale).toForm(),
            session.functions().exp(sharedExponent(form, session)));
    if (content.equals(Form.ONE)) {
      return new Content(content, form);
    }
    return new Content(content, algebra.times(form, session.powers().inverseOfProduct(content)));
  }

  /** Powers of atoms of free indices, other than exponentials, that all terms have. */
  private static List<Factor> sharedFactors(Form form) {
    Map<Atom, Rational> shared = new LinkedHashMap<>();
    boolean first = true;
    for (Monomial monomial : form.terms().keySet()) {
      Map<Atom, Rational> exponents = new LinkedHashMap<>();
      for (Factor factor : monomial.factors()) {
        if (factor.atom().indices().stream().noneMatch(Index::isBound)
            && !isExponential(factor.atom())) {
          exponents.put(factor.atom(), factor.exponent());
        }
      }
      if (first) {
        shared.putAll(exponents);
        first = false;
      } else {
        shared.keySet().retainAll(exponents.keySet());
        shared.replaceAll((atom, e) -> least(e, exponents.getOrDefault(atom, e)));
      }
    }
    List<Factor> factors = new ArrayList<>();
    shared.forEach(
        (atom, exponent) -> {
          if (exponent.signum() != 0) {
            factors.add(new Factor(atom, exponent));
          }
        });
    return factors;
  }

  /** The least if of one sign, else nothing. */
  private static Rational least(Rational a, Rational b) {
    if (a.signum() != b.signum() || !a.minus(b).isInteger()) {
      return Rational.ZERO;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  static boolean isExponential(Atom atom) {
    return atom.head() instanceof Head.Applied
        && ((Head.Applied) atom.head()).function() == Function.EXP;
  }

  /** The terms that the exponents of all exponentials share, free of bound indices. */
  private static Form sharedExponent(Form form, Session session) {
    Map<Monomial, Rational> shared = null;
    for (Monomial monomial : form.terms().keySet()) {
      Map<Monomial, Rational> exponent = new LinkedHashMap<>();
      Product product = session.algebra().open(monomial, Rational.ONE);
      for (Atom atom : product.factors().keySet()) {
        if (isExponential(atom)) {
          Form argument =
              session.algebra().at(((Head.Applied) atom.head()).argument(), atom.indices());
          argument
              .terms()
              .forEach(
                  (m, c) -> {
                    if (m.free().stream().noneMatch(product.bound()::contains)) {
                      exponent.put(m, c);
                    }
                  });
        }
      }
      if (shared == null) {
        shared = exponent;
      } else {
        shared.entrySet().removeIf(e -> !e.getValue().equals(exponent.get(e.getKey())));
      }
      if (shared.isEmpty()) {
        return Form.ZERO;
      }
    }
    Form.Sum sum = new Form.Sum();
    if (shared != null) {
      shared.forEach(sum::add);
    }
    return sum.toForm();
  }
}
