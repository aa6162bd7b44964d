package org.backproof.verify.prove;

import java.util.Map;
import org.backproof.core.number.Rational;
import org.jspecify.annotations.Nullable;

/** Sums of two terms that are a function's value in disguise. */
final class Recognition {
  private final Session session;

  Recognition(Session session) {
    this.session = session;
  }

  /** The {@code u} of {@code 1 + exp(u)}. */
  @Nullable Form argumentOfOnePlusExp(Form form) {
    return argument(form, Function.EXP, Rational.ONE);
  }

  /** The {@code u} of {@code 1 - sigmoid(u)}. */
  @Nullable Form argumentOfOneMinusSigmoid(Form form) {
    return argument(form, Function.SIGMOID, Rational.of(-1));
  }

  private @Nullable Form argument(Form form, Function function, Rational coefficient) {
    if (form.size() != 2 || !form.constantTerm().equals(Rational.ONE)) {
      return null;
    }
    for (Map.Entry<Monomial, Rational> term : form.terms().entrySet()) {
      Monomial monomial = term.getKey();
      if (monomial.equals(Monomial.ONE)
          || !term.getValue().equals(coefficient)
          || !monomial.bound().isEmpty()
          || monomial.factors().size() != 1) {
        continue;
      }
      Factor factor = monomial.factors().get(0);
      if (factor.exponent().equals(Rational.ONE)
          && factor.atom().head() instanceof Head.Applied
          && ((Head.Applied) factor.atom().head()).function() == function) {
        Head.Applied head = (Head.Applied) factor.atom().head();
        return session.algebra().at(head.argument(), factor.atom().indices());
      }
    }
    return null;
  }
}
