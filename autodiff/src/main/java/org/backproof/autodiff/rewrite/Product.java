package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.number.Rational;

/**
 * A node read as a number times powers of different factors, {@code c x^a y^b ...}, as far as a
 * bounded look below it shows. Exponents are whole or halves, for which {@code x^a x^b = x^(a+b)}
 * holds over every number system. Factors keep the order in which they were met, so that what is
 * built from them is the same in every run. Immutable.
 */
final class Product {
  /** A power of something that is no product itself. */
  record Factor(Expr base, Rational exponent) {
    boolean isScalar() {
      return base.isScalar();
    }

    Factor to(Rational newExponent) {
      return new Factor(base, newExponent);
    }

    Weighed power() {
      return Weighed.part(base).pow(exponent);
    }
  }

  static final Product ONE = new Product(Rational.ONE, ImmutableMap.of(), 0);

  private final Rational coefficient;
  private final ImmutableMap<Expr, Factor> factors;
  private final int weight;

  Product(Rational coefficient, Map<Expr, Factor> factors, int weight) {
    this.coefficient = coefficient;
    this.factors = ImmutableMap.copyOf(factors);
    this.weight = weight;
  }

  /** What a node is the product of. */
  static Product of(Expr e) {
    return ProductReader.read(e);
  }

  /** A single factor. */
  static Product of(Factor factor) {
    Expr key = Nodes.bare(factor.base());
    return new Product(Rational.ONE, ImmutableMap.of(key, factor), 0);
  }

  /**
   * What of scalar shape all of some products have in common: factors, and the coefficient if it is
   * the same up to signs; with a sign if all have one.
   */
  static Product commonScalars(List<Product> products) {
    Product common = products.get(0).scalars();
    for (Product product : products) {
      common = common.commonWith(product);
    }
    boolean allNegative = products.stream().allMatch(p -> p.coefficient.signum() < 0);
    return allNegative ? common.withCoefficient(common.coefficient.negate()) : common;
  }

  private Product commonWith(Product other) {
    Map<Expr, Factor> common = new LinkedHashMap<>();
    factors.forEach(
        (key, factor) -> {
          Rational there = other.exponent(key);
          if (there.signum() == factor.exponent().signum()) {
            boolean fewer = there.abs().compareTo(factor.exponent().abs()) < 0;
            common.put(key, fewer ? factor.to(there) : factor);
          }
        });
    boolean sameNumber = coefficient.abs().equals(other.coefficient.abs());
    return new Product(sameNumber ? coefficient.abs() : Rational.ONE, common, weight);
  }

  /** Multiplies by a power. */
  static void add(Map<Expr, Factor> factors, Factor part) {
    Expr key = Nodes.bare(part.base());
    Factor known = factors.get(key);
    Rational exponent = known == null ? part.exponent() : known.exponent().plus(part.exponent());
    if (exponent.signum() == 0) {
      factors.remove(key);
    } else {
      factors.put(key, known == null ? part : known.to(exponent));
    }
  }

  /** The weight of the node as it was written. */
  int weight() {
    return weight;
  }

  Rational coefficient() {
    return coefficient;
  }

  ImmutableList<Factor> factors() {
    return factors.values().asList();
  }

  /** What this is a multiple of: two products are like terms if theirs are equal. */
  ImmutableMap<Expr, Rational> powers() {
    return ImmutableMap.copyOf(Maps.transformValues(factors, Factor::exponent));
  }

  /** The exponent of a factor, zero where it does not occur. */
  Rational exponent(Expr base) {
    Factor factor = factors.get(Nodes.bare(base));
    return factor == null ? Rational.ZERO : factor.exponent();
  }

  Product withCoefficient(Rational newCoefficient) {
    return new Product(newCoefficient, factors, weight);
  }

  /** The coefficient and the factors of scalar shape. */
  Product scalars() {
    return where(Factor::isScalar);
  }

  /** The factors that are not of scalar shape. */
  Product tensors() {
    return where(factor -> !factor.isScalar()).withCoefficient(Rational.ONE);
  }

  Product without(Factor unwanted) {
    return where(factor -> !factor.equals(unwanted));
  }

  Product where(Predicate<Factor> condition) {
    return new Product(coefficient, Maps.filterValues(factors, condition::test), weight);
  }

  boolean isOne() {
    return coefficient.equals(Rational.ONE) && factors.isEmpty();
  }

  boolean isNumber() {
    return factors.isEmpty();
  }

  Product times(Product other) {
    Map<Expr, Factor> product = new LinkedHashMap<>(factors);
    other.factors.values().forEach(factor -> add(product, factor));
    return new Product(coefficient.times(other.coefficient), product, weight);
  }

  /** The quotient; the divisor's coefficient is not zero. */
  Product dividedBy(Product divisor) {
    Map<Expr, Factor> quotient = new LinkedHashMap<>(factors);
    divisor.factors.values().forEach(f -> add(quotient, f.to(f.exponent().negate())));
    return new Product(coefficient.dividedBy(divisor.coefficient), quotient, weight);
  }

  /** The product of this and something built already. */
  Weighed build(Weighed factor) {
    return new ProductBuilder(coefficient, factors.values()).with(factor).build();
  }

  /** The product as an expression; its shape is that of the factors that are left. */
  Weighed build() {
    return new ProductBuilder(coefficient, factors.values()).build();
  }
}
