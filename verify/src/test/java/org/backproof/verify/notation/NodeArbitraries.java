package org.backproof.verify.notation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.backproof.core.number.Rational;
import org.backproof.verify.notation.Node.Item;
import org.backproof.verify.notation.Node.Operator;
import org.backproof.verify.notation.Node.Relation;

/** Expressions of every form, whatever they may mean. Their places are all the same. */
final class NodeArbitraries {
  static final Span NOWHERE = new Span(0, 0);

  private static final Arbitrary<String> NAMES = Arbitraries.of("a", "B", "θ", "x1", "J_2");

  private NodeArbitraries() {}

  /** Expressions of at most this depth. */
  static Arbitrary<Node> nodes(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<Node> inner = nodes(depth - 1);
    return Arbitraries.oneOf(
        inner,
        binaries(inner),
        binaries(inner),
        negations(inner),
        comparisons(inner),
        conditionals(inner),
        calls(inner),
        postfixes(inner),
        indexed(inner));
  }

  private static Arbitrary<Node> leaves() {
    return Arbitraries.oneOf(
        NAMES.map(name -> new Node.Name(NOWHERE, name)),
        Arbitraries.of(Rational.ZERO, Rational.ONE, Rational.of(1, 4), Rational.of(2001, 10))
            .map(value -> new Node.Numeral(NOWHERE, value)));
  }

  private static Arbitrary<Node> binaries(Arbitrary<Node> inner) {
    return Combinators.combine(Arbitraries.of(Operator.class), inner, inner)
        .as((operator, left, right) -> new Node.Binary(NOWHERE, operator, NOWHERE, left, right));
  }

  private static Arbitrary<Node> negations(Arbitrary<Node> inner) {
    return inner.map(operand -> new Node.Negation(NOWHERE, operand));
  }

  private static Arbitrary<Node> comparisons(Arbitrary<Node> inner) {
    return Combinators.combine(
            inner.list().ofSize(3), Arbitraries.of(Relation.class).list().ofMinSize(1).ofMaxSize(2))
        .as(
            (operands, relations) ->
                new Node.Comparison(
                    NOWHERE,
                    ImmutableList.copyOf(operands.subList(0, relations.size() + 1)),
                    ImmutableList.copyOf(relations)));
  }

  private static Arbitrary<Node> conditionals(Arbitrary<Node> inner) {
    return Combinators.combine(inner, inner, inner)
        .as(
            (condition, then, otherwise) ->
                new Node.Conditional(NOWHERE, condition, then, otherwise));
  }

  private static Arbitrary<Node> calls(Arbitrary<Node> inner) {
    Arbitrary<ImmutableList<Node.Option>> options =
        inner
            .map(value -> new Node.Option(NOWHERE, "axis", value))
            .list()
            .ofMaxSize(1)
            .map(ImmutableList::copyOf);
    Arbitrary<Node> calls =
        Combinators.combine(
                Arbitraries.of("f", "hstack", "sum"), inner.list().ofMaxSize(2), options)
            .as(
                (name, arguments, chosen) ->
                    new Node.Call(NOWHERE, NOWHERE, name, ImmutableList.copyOf(arguments), chosen));
    Arbitrary<Node> primes =
        Combinators.combine(NAMES, inner)
            .as((name, argument) -> new Node.Prime(NOWHERE, NOWHERE, name, argument));
    return Arbitraries.oneOf(calls, primes);
  }

  private static Arbitrary<Node> postfixes(Arbitrary<Node> inner) {
    Arbitrary<Item> items =
        Arbitraries.oneOf(
            inner.map(Item.At::new),
            Combinators.combine(inner.optional(), inner.optional())
                .as(
                    (Optional<Node> start, Optional<Node> stop) ->
                        new Item.Range(NOWHERE, start, stop)));
    return Arbitraries.oneOf(
        inner.map(operand -> new Node.Transpose(NOWHERE, operand)),
        Combinators.combine(inner, items.list().ofMinSize(1).ofMaxSize(2))
            .as((base, all) -> new Node.Subscript(NOWHERE, base, ImmutableList.copyOf(all))));
  }

  private static Arbitrary<Node> indexed(Arbitrary<Node> inner) {
    Arbitrary<Node.Binder> binders =
        Combinators.combine(NAMES, inner).as((name, size) -> new Node.Binder(NOWHERE, name, size));
    return Combinators.combine(
            Arbitraries.of(true, false), binders.list().ofMinSize(1).ofMaxSize(2), inner)
        .as(
            (isProduct, all, body) ->
                new Node.Indexed(NOWHERE, isProduct, ImmutableList.copyOf(all), body));
  }
}
