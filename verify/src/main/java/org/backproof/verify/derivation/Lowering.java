package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.shape.ShapeException;
import org.backproof.verify.notation.Node;
import org.backproof.verify.notation.Node.Relation;
import org.backproof.verify.notation.Source;
import org.backproof.verify.notation.Span;

/**
 * Turns the expressions of one statement as they are written into expressions as they are computed
 * with.
 */
final class Lowering {
  /** How many entries a tensor may have at the smallest sizes, so that it can be tried at all. */
  private static final double MOST_ENTRIES = 1 << 24;

  private static final int LONGEST_QUOTE = 60;

  /** How many values a statement may need; cases within cases can multiply. */
  private static final int MOST_VALUES = 5_000;

  private final Source source;
  private int values;

  Lowering(Source source) {
    this.source = source;
  }

  /**
   * The value of an expression.
   *
   * @throws Fault if a name is unknown, shapes do not fit or an index leaves its axis
   * @throws FollowUpFault if it uses a name whose own statement has a fault
   */
  Value value(Node node, Scope scope) {
    if (++values > MOST_VALUES) {
      throw Fault.of(node.span(), "This statement has too many cases within cases");
    }
    Value value;
    try {
      value = unchecked(node, scope);
    } catch (ShapeException e) {
      throw Fault.ofShapes(node.span(), String.valueOf(e.getMessage()));
    }
    requireTriable(node.span(), value.expr().shape(), scope.bounds());
    return value;
  }

  /** Refuses a tensor that is too large to be tried even at the smallest sizes. */
  static void requireTriable(Span span, Shape shape, SizeBounds bounds) {
    double entries = bounds.leastEntries(shape);
    if (entries > MOST_ENTRIES) {
      throw Fault.of(
          span,
          String.format(
              "This has at least %.3g entries (its shape is %s), and more than %.3g cannot be tried",
              entries, shape, MOST_ENTRIES));
    }
  }

  private Value unchecked(Node node, Scope scope) {
    if (node instanceof Node.Numeral numeral) {
      return Value.of(Expr.literal(numeral.value()));
    }
    if (node instanceof Node.Name name) {
      return name(name, scope);
    }
    if (node instanceof Node.Negation || node instanceof Node.Binary) {
      return Arithmetic.value(this, node, scope);
    }
    if (node instanceof Node.Comparison comparison) {
      return comparison(comparison, scope);
    }
    if (node instanceof Node.Conditional conditional) {
      return new Cases(this, conditional, scope).value();
    }
    if (node instanceof Node.Indexed indexed) {
      return new IndexedReduction(this, indexed, scope).value();
    }
    if (node instanceof Node.Subscript subscript) {
      return new Subscripts(this, subscript, scope).value();
    }
    if (node instanceof Node.Transpose transpose) {
      return Products.transpose(value(transpose.operand(), scope));
    }
    return node instanceof Node.Prime prime
        ? BuiltIns.derivative(this, prime, scope)
        : BuiltIns.call(this, (Node.Call) node, scope);
  }

  private static Value name(Node.Name node, Scope scope) {
    Optional<Affine> whole = Affine.of(node, scope);
    return whole.isPresent()
        ? number(whole.get())
        : Value.of(scope.names().tensor(node.name(), node.span(), scope.indices().keySet()));
  }

  /** An index, a size, or something made of them, as a number. */
  static Value number(Affine affine) {
    Value sum = null;
    for (Map.Entry<Index, Integer> term : affine.coefficients().entrySet()) {
      Index index = term.getKey();
      Value number =
          new Value(shifted(Expr.iota(index.extent()), index.low()), ImmutableList.of(index));
      int factor = term.getValue();
      Value scaled = factor == 1 ? number : Alignment.map(e -> e.times(factor), number);
      sum = sum == null ? scaled : Alignment.map(Expr::plus, sum, scaled);
    }
    return sum == null
        ? Value.of(Expr.size(affine.constant()))
        : Alignment.map(e -> shifted(e, affine.constant()), sum);
  }

  private static Expr shifted(Expr e, Dim by) {
    return by.equals(Dim.ZERO) ? e : e.plus(Expr.size(by));
  }

  /** One where all relations of a chain hold, else zero. */
  private Value comparison(Node.Comparison node, Scope scope) {
    List<Value> operands = new ArrayList<>();
    node.operands().forEach(operand -> operands.add(value(operand, scope)));
    Value all = null;
    for (int i = 0; i < node.relations().size(); i++) {
      requireBroadcast(
          node.relations().get(i).sign(),
          node.span(),
          node.operands().get(i),
          operands.get(i),
          node.operands().get(i + 1),
          operands.get(i + 1));
      Relation relation = node.relations().get(i);
      Value holds =
          Alignment.map((x, y) -> compare(relation, x, y), operands.get(i), operands.get(i + 1));
      all = all == null ? holds : Alignment.map(Expr::times, all, holds);
    }
    return Objects.requireNonNull(all);
  }

  private static Expr compare(Relation relation, Expr x, Expr y) {
    return switch (relation) {
      case LESS -> Functions.less(x, y);
      case LESS_OR_EQUAL -> Functions.lessOrEqual(x, y);
      case GREATER -> Functions.less(y, x);
      case GREATER_OR_EQUAL -> Functions.lessOrEqual(y, x);
      case EQUAL -> Functions.equal(x, y);
      default -> Functions.notEqual(x, y);
    };
  }

  /** Refuses operands whose shapes do not go together. */
  void requireBroadcast(String sign, Span at, Node left, Value x, Node right, Value y) {
    Shape a = x.shape();
    Shape b = y.shape();
    for (int i = 1; i <= Math.min(a.rank(), b.rank()); i++) {
      Dim p = a.dim(-i);
      Dim q = b.dim(-i);
      if (!p.equals(q) && !p.equals(Dim.ONE) && !q.equals(Dim.ONE)) {
        throw Fault.ofShapes(
            at,
            "'"
                + sign
                + "' cannot go entry by entry through "
                + describe(left, x)
                + " and "
                + describe(right, y)
                + ", since "
                + p
                + " is not "
                + q
                + " and neither is 1"
                + columnHint(p, q, i));
      }
    }
  }

  /** The most common slip: a bias column that should not be there. */
  private static String columnHint(Dim p, Dim q, int fromLast) {
    boolean byOne = p.minus(q).equals(Dim.ONE) || q.minus(p).equals(Dim.ONE);
    return byOne && fromLast == 1 ? " ([:, 1:] drops a matrix's first column)" : "";
  }

  /** How a message speaks of an operand: its text and its shape. */
  String describe(Node node, Value value) {
    return quote(node.span()) + " (" + value.shape() + ")";
  }

  /** The text of a stretch, cut off where it is long. */
  String quote(Span span) {
    String text = source.text(span);
    return text.length() <= LONGEST_QUOTE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + " ...";
  }

  String text(Span span) {
    return source.text(span);
  }

  /**
   * A size that is made of sizes and whole numbers, and is never below a number.
   *
   * @throws Fault if it is not
   */
  Dim size(Node node, Scope scope, int least) {
    Optional<Affine> affine = Affine.of(node, scope);
    if (affine.isEmpty() || !affine.get().isFreeOfIndices()) {
      throw notASize(node, scope);
    }
    Dim size = affine.get().constant();
    if (!scope.bounds().isAtLeast(size, least)) {
      throw Fault.ofShapes(
          node.span(),
          "A size is at least "
              + least
              + " here, but "
              + size
              + (size.isConstant() ? " is not" : " can be less")
              + scope.bounds().narrowing(size, least));
    }
    return size;
  }

  private RuntimeException notASize(Node node, Scope scope) {
    if (node instanceof Node.Name name && !scope.names().isTensor(name.name())) {
      value(node, scope); // says what is wrong with the name, unless it is an index
    }
    if (Constants.of(node).filter(Rational::isInteger).isPresent()) {
      return Fault.of(
          node.span(), "A size is less than 2^31, which " + quote(node.span()) + " is not");
    }
    return Fault.of(
        node.span(),
        "A size is made of names that dims declares and whole numbers, with + - *, not "
            + quote(node.span()));
  }

  /** A whole number that is written out, such as an axis. */
  int integer(Node node, String what) {
    Optional<Rational> value = Constants.of(node);
    if (value.isEmpty()
        || !value.get().isInteger()
        || value.get().numerator().bitLength() >= Integer.SIZE) {
      throw Fault.of(node.span(), what + " is a whole number, not " + quote(node.span()));
    }
    return value.get().numerator().intValueExact();
  }
}
