package org.backproof.verify.prove;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.backproof.core.number.Rational;

/** Orders of forms, and renaming that keeps different indices different. */
final class Forms {
  private Forms() {}

  /** An order by terms, the same whatever order these were added in. */
  static int compare(Form a, Form b) {
    int order = Integer.compare(a.size(), b.size());
    Iterator<Map.Entry<Monomial, Rational>> others = b.sorted().iterator();
    for (Map.Entry<Monomial, Rational> term :
        order == 0 ? a.sorted() : List.<Map.Entry<Monomial, Rational>>of()) {
      Map.Entry<Monomial, Rational> other = others.next();
      order = term.getKey().compareTo(other.getKey());
      if (order == 0) {
        order = term.getValue().compareTo(other.getValue());
      }
      if (order != 0) {
        return order;
      }
    }
    return order;
  }

  /** The form with other names for its free indices, all different. */
  static Form renameApart(Form form, Map<Index, Index> names) {
    Form.Sum out = new Form.Sum();
    form.terms()
        .forEach(
            (monomial, coefficient) -> {
              List<Factor> renamed = new ArrayList<>();
              monomial.factors().forEach(factor -> renamed.add(factor.rename(names)));
              out.add(Labelling.monomial(monomial.bound(), renamed), coefficient);
            });
    return out.toForm();
  }

  /** The term that leads: most bound indices first, then the highest degree, then any order. */
  static Monomial leader(Form form) {
    Monomial leader = null;
    for (Monomial monomial : form.terms().keySet()) {
      if (leader == null || compareLead(monomial, leader) > 0) {
        leader = monomial;
      }
    }
    if (leader == null) {
      throw new IllegalArgumentException("Zero has no leading term");
    }
    return leader;
  }

  private static int compareLead(Monomial a, Monomial b) {
    int order = Integer.compare(a.bound().size(), b.bound().size());
    if (order == 0) {
      order = degree(a).compareTo(degree(b));
    }
    return order != 0 ? order : a.compareTo(b);
  }

  private static Rational degree(Monomial monomial) {
    Rational degree = Rational.ZERO;
    for (Factor factor : monomial.factors()) {
      degree = degree.plus(factor.exponent());
    }
    return degree;
  }
}
