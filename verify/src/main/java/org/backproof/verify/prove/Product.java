package org.backproof.verify.prove;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.backproof.core.number.Rational;

/** A monomial that is opened: a coefficient, bound indices with fresh names, powers of atoms. */
final class Product {
  private Rational coefficient;
  private final Set<Index> bound;
  private Map<Atom, Rational> factors;

  private Product(Rational coefficient, Set<Index> bound, Map<Atom, Rational> factors) {
    this.coefficient = coefficient;
    this.bound = bound;
    this.factors = factors;
  }

  static Product of(Rational coefficient) {
    return new Product(coefficient, new LinkedHashSet<>(), new LinkedHashMap<>());
  }

  Product copy() {
    return new Product(coefficient, new LinkedHashSet<>(bound), new LinkedHashMap<>(factors));
  }

  Rational coefficient() {
    return coefficient;
  }

  Set<Index> bound() {
    return bound;
  }

  Map<Atom, Rational> factors() {
    return factors;
  }

  Product scale(Rational factor) {
    coefficient = coefficient.times(factor);
    return this;
  }

  Product times(Atom atom, Rational exponent) {
    factors.merge(
        atom,
        exponent,
        (a, b) -> {
          Rational sum = a.plus(b);
          return sum.signum() == 0 ? null : sum;
        });
    return this;
  }

  Product times(List<Factor> others) {
    others.forEach(factor -> times(factor.atom(), factor.exponent()));
    return this;
  }

  Product without(Atom atom) {
    factors.remove(atom);
    return this;
  }

  Product bind(Iterable<Index> indices) {
    indices.forEach(bound::add);
    return this;
  }

  /** Puts one index in the place of another. */
  void rename(Index from, Index to) {
    Map<Atom, Rational> old = factors;
    factors = new LinkedHashMap<>();
    Map<Index, Index> names = Map.of(from, to);
    old.forEach((atom, exponent) -> times(atom.rename(names), exponent));
  }

  boolean uses(Index index) {
    for (Atom atom : factors.keySet()) {
      if (atom.indices().contains(index)) {
        return true;
      }
    }
    return false;
  }

  List<Factor> factorList() {
    return factors.entrySet().stream()
        .map(entry -> new Factor(entry.getKey(), entry.getValue()))
        .toList();
  }
}
