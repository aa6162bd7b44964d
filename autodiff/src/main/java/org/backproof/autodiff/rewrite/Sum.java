package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.UnaryFunction;
import org.backproof.core.number.Rational;

/**
 * A node read as a sum of products of which no two are like terms, {@code c x + d y + ...}, as far
 * as a bounded look below it shows. Terms keep the order in which they were met. Immutable.
 */
final class Sum {
  private static final int MOST_TERMS = 8;
  private static final int MOST_LEVELS = 8;

  /** A part of the node, added or subtracted. */
  private record Part(Expr expr, boolean negative) {}

  /**
   * A term.
   *
   * @param absolute the term without its sign: as it was written, where nothing was added to it
   */
  record Term(Product product, Weighed absolute) {
    private static Term written(Expr e, Product product, boolean negative) {
      Rational sign = Rational.of(negative ? -1 : 1);
      Product signed = product.withCoefficient(product.coefficient().times(sign));
      return product.coefficient().signum() < 0
          ? of(signed)
          : new Term(signed, new Weighed(e, product.weight()));
    }

    private static Term of(Product product) {
      return new Term(product, product.withCoefficient(product.coefficient().abs()).build());
    }

    private Term plus(Term other) {
      return of(product.withCoefficient(product.coefficient().plus(other.product.coefficient())));
    }

    int signum() {
      return product.coefficient().signum();
    }
  }

  private final ImmutableList<Term> terms;
  private final int weight;

  private Sum(List<Term> terms, int weight) {
    this.terms = ImmutableList.copyOf(terms);
    this.weight = weight;
  }

  /** What a node is the sum of. */
  static Sum of(Expr e) {
    int weight = 0;
    List<Part> parts = ImmutableList.of(new Part(e, false));
    boolean opened = true;
    for (int level = 0; opened && level < MOST_LEVELS && parts.size() < MOST_TERMS; level++) {
      List<Part> next = new ArrayList<>();
      opened = false;
      for (Part part : parts) {
        if (open(part, next)) {
          opened = true;
          weight += Weighed.ofOperation(part.expr());
        }
      }
      parts = next;
    }
    return collect(parts, weight);
  }

  /** Adds what is right below a sum, a difference or a sign; else the part itself. */
  private static boolean open(Part part, List<Part> to) {
    Expr e = part.expr();
    boolean isDifference = e.primitive() == BinaryFunction.SUBTRACT;
    if (isDifference || e.primitive() == BinaryFunction.ADD) {
      to.add(new Part(e.operand(0), part.negative()));
      to.add(new Part(e.operand(1), part.negative() != isDifference));
      return true;
    }
    if (e.primitive() == UnaryFunction.NEGATE) {
      to.add(new Part(e.operand(0), !part.negative()));
      return true;
    }
    to.add(part);
    return false;
  }

  private static Sum collect(List<Part> parts, int weightOfOperations) {
    Map<ImmutableMap<Expr, Rational>, Term> terms = new LinkedHashMap<>();
    int weight = weightOfOperations;
    for (Part part : parts) {
      Product product = Product.of(part.expr());
      weight += product.weight();
      Term term = Term.written(part.expr(), product, part.negative());
      terms.merge(product.powers(), term, Term::plus);
    }
    return new Sum(terms.values().stream().filter(term -> term.signum() != 0).toList(), weight);
  }

  /** The weight of the node as it was written. */
  int weight() {
    return weight;
  }

  ImmutableList<Term> terms() {
    return terms;
  }

  /** The sum as an expression; its shape is that of the terms that are left. */
  Weighed build() {
    return build(terms);
  }

  /** The sum of the given products. */
  static Weighed ofProducts(Iterable<Product> products) {
    ImmutableList.Builder<Term> terms = ImmutableList.builder();
    products.forEach(product -> terms.add(Term.of(product)));
    return build(terms.build());
  }

  /** What is added comes first, so that a sign in front is needed only where all is subtracted. */
  private static Weighed build(ImmutableList<Term> terms) {
    if (terms.isEmpty()) {
      return Weighed.literal(Rational.ZERO);
    }
    int first = 0;
    while (first < terms.size() && terms.get(first).signum() < 0) {
      first++;
    }
    boolean allNegative = first == terms.size();
    int start = allNegative ? 0 : first;
    Weighed sum = terms.get(start).absolute();
    for (int i = 0; i < terms.size(); i++) {
      if (i != start) {
        Weighed term = terms.get(i).absolute();
        sum = terms.get(i).signum() < 0 && !allNegative ? sum.minus(term) : sum.plus(term);
      }
    }
    return allNegative ? sum.negate() : sum;
  }
}
