package org.backproof.verify.notation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.backproof.core.number.Rational;

/**
 * An expression as it is written: a tree of which each part knows its place. Brackets leave no
 * trace but the tree's form; signs that mean the same have become one.
 */
public sealed interface Node {
  /** Where it stands; brackets around it are not part of it. */
  Span span();

  /** A number: exact. */
  record Numeral(Span span, Rational value) implements Node {}

  /** A name: of a size, an index, or what is given or defined. */
  record Name(Span span, String name) implements Node {}

  /** {@code -a}. */
  record Negation(Span span, Node operand) implements Node {}

  /** The operations between two operands. */
  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MATMUL("@"),
    POWER("**");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /**
   * {@code a + b}, and so on.
   *
   * @param sign where the operator stands
   */
  record Binary(Span span, Operator operator, Span sign, Node left, Node right) implements Node {}

  /** The ways to compare. */
  enum Relation {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /** {@code a < b}, or a chain {@code a < b <= c} with one relation fewer than operands. */
  record Comparison(Span span, ImmutableList<Node> operands, ImmutableList<Relation> relations)
      implements Node {}

  /** {@code then if condition else otherwise}. */
  record Conditional(Span span, Node condition, Node then, Node otherwise) implements Node {}

  /** An option of a call: {@code axis=0}. */
  record Option(Span span, String name, Node value) {}

  /**
   * {@code f(a, b, axis=0)}; also {@code ∂J/∂A}, which is {@code grad(J, A)}.
   *
   * @param nameSpan where the function's name stands
   */
  record Call(
      Span span,
      Span nameSpan,
      String function,
      ImmutableList<Node> arguments,
      ImmutableList<Option> options)
      implements Node {}

  /** {@code f'(a)}. */
  record Prime(Span span, Span nameSpan, String function, Node argument) implements Node {}

  /** {@code i < m}: an index that runs from 0. */
  record Binder(Span span, String name, Node size) {}

  /** {@code sum(k < m: body)}, or the same with {@code prod}. */
  record Indexed(Span span, boolean isProduct, ImmutableList<Binder> binders, Node body)
      implements Node {}

  /** {@code a.T}. */
  record Transpose(Span span, Node operand) implements Node {}

  /** One place of a subscript. */
  sealed interface Item {
    Span span();

    /** {@code i}. */
    record At(Node index) implements Item {
      @Override
      public Span span() {
        return index.span();
      }
    }

    /** {@code start:stop}. */
    record Range(Span span, Optional<Node> start, Optional<Node> stop) implements Item {}
  }

  /** {@code a[i, 1:]}. */
  record Subscript(Span span, Node base, ImmutableList<Item> items) implements Node {}
}
