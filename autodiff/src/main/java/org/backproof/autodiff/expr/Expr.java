package org.backproof.autodiff.expr;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.List;
import java.util.stream.Collectors;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.shape.ShapeException;
import org.backproof.core.tensor.Tensor;

/**
 * A node of an expression graph: an operation, its operands, and the shape that follows. Immutable.
 *
 * <p>Nodes are shared: building the same operation of the same operands again gives the same
 * object, so that equality is identity, and O(1). A graph of depth 100,000 is as good as any other;
 * nothing here recurses.
 *
 * <p>Arithmetic broadcasts as NumPy's does, over symbolic sizes: two sizes fit if they are the same
 * expression, or one is the number 1. What does not fit is refused at once, by a {@link
 * ShapeException} with both shapes.
 */
public final class Expr {
  private static final Interner<Expr> NODES = Interners.newWeakInterner();

  private final Primitive primitive;
  private final ImmutableList<Expr> operands;
  private final Shape shape;
  private final int hash;

  private Expr(Primitive primitive, ImmutableList<Expr> operands) {
    this.primitive = primitive;
    this.operands = operands;
    this.shape = shapeOf(primitive, operands);
    int h = primitive.hashCode();
    for (Expr operand : operands) {
      h = mix(h) + operand.hash;
    }
    this.hash = mix(h);
  }

  /**
   * Spreads all bits over all, as the last step of MurmurHash3 does. A linear function would not
   * do: in a long chain of products of a node with itself, all hash codes would come to be the
   * same.
   */
  private static int mix(int hash) {
    int h = (hash ^ hash >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }

  private static Shape shapeOf(Primitive primitive, ImmutableList<Expr> operands) {
    try {
      return primitive.shape(operands.stream().map(Expr::shape).collect(Collectors.toList()));
    } catch (ShapeException e) {
      String places = operands.stream().map(Expr::summary).collect(Collectors.joining(", "));
      throw new ShapeException(e.getMessage() + "; in " + primitive.name() + " of " + places);
    }
  }

  /**
   * The node of an operation and its operands.
   *
   * @throws ShapeException if the operands' shapes do not fit; the message has the operation, the
   *     rule and the shapes
   */
  public static Expr of(Primitive primitive, List<Expr> operands) {
    return NODES.intern(new Expr(primitive, ImmutableList.copyOf(operands)));
  }

  /** The node of an operation and its operands, as {@link #of(Primitive, List)}. */
  public static Expr of(Primitive primitive, Expr... operands) {
    return of(primitive, ImmutableList.copyOf(operands));
  }

  /** A tensor that is given by name when the graph is evaluated. */
  public static Expr variable(String name, Shape shape) {
    return of(new Leaf.Variable(name, shape));
  }

  /** A tensor that is given by name when the graph is evaluated. */
  public static Expr variable(String name, Dim... sizes) {
    return variable(name, Shape.of(sizes));
  }

  /** An exact number. */
  public static Expr literal(Rational value) {
    return of(new Leaf.Literal(value));
  }

  /** An exact whole number. */
  public static Expr literal(long value) {
    return literal(Rational.of(value));
  }

  /** A size as a number. */
  public static Expr size(Dim dim) {
    return dim.isConstant() ? literal(dim.constant()) : of(new Leaf.Size(dim));
  }

  /** The vector {@code 0, 1, ..., size - 1}. */
  public static Expr iota(Dim size) {
    return of(new Leaf.Iota(size));
  }

  /** Doubles as part of the graph. */
  public static Expr constant(Tensor value) {
    return of(new Leaf.Constant(value));
  }

  public Primitive primitive() {
    return primitive;
  }

  public ImmutableList<Expr> operands() {
    return operands;
  }

  public Expr operand(int index) {
    return operands.get(index);
  }

  public Shape shape() {
    return shape;
  }

  public boolean isScalar() {
    return shape.isScalar();
  }

  /** Whether this is zero by construction: the number 0, alone or spread over a shape. */
  public boolean isZero() {
    return isFilledWith(Rational.ZERO);
  }

  /** Whether this is an exact number by construction, alone or spread over a shape. */
  public boolean isFilledWith(Rational number) {
    Expr core =
        primitive instanceof Contraction contraction && contraction.isSpread() ? operand(0) : this;
    return core.primitive instanceof Leaf.Literal literal && literal.value().equals(number);
  }

  public Expr plus(Expr other) {
    return of(BinaryFunction.ADD, this, other);
  }

  public Expr minus(Expr other) {
    return of(BinaryFunction.SUBTRACT, this, other);
  }

  /** The product entry by entry. */
  public Expr times(Expr other) {
    return of(BinaryFunction.MULTIPLY, this, other);
  }

  public Expr times(long factor) {
    return literal(factor).times(this);
  }

  /** The quotient entry by entry. */
  public Expr dividedBy(Expr other) {
    return of(BinaryFunction.DIVIDE, this, other);
  }

  public Expr negate() {
    return of(UnaryFunction.NEGATE, this);
  }

  public Expr reciprocal() {
    return literal(1).dividedBy(this);
  }

  /** The power, entry by entry; an exponent that is a number is differentiated as one. */
  public Expr pow(Expr exponent) {
    return exponent.primitive instanceof Leaf.Literal literal
        ? pow(literal.value())
        : of(BinaryFunction.POWER, this, exponent);
  }

  /** The power by an exact number, entry by entry. */
  public Expr pow(Rational exponent) {
    return of(new Power(exponent), this);
  }

  /** The power by a whole number, entry by entry. */
  public Expr pow(long exponent) {
    return pow(Rational.of(exponent));
  }

  /** The matrix product, of matrices and vectors in NumPy's sense of {@code @}. */
  public Expr matmul(Expr other) {
    return LinearAlgebra.matmul(this, other);
  }

  /** The axes in reverse order: of a matrix the transpose. */
  public Expr transpose() {
    return LinearAlgebra.transpose(this);
  }

  /** The sum of all entries. */
  public Expr sum() {
    return Functions.sum(this);
  }

  /** The sums along some axes, which go away. */
  public Expr sum(int... axes) {
    return axes.length == 0 ? sum() : Functions.sum(this, axes);
  }

  /**
   * This, under a name: the same value, but a node of its own, by which derivatives can be taken,
   * which printers name and at which proofs are cut.
   */
  public Expr named(String name) {
    return of(new Named(name), this);
  }

  /** A few words that tell which node this is: its name where it has one. */
  String summary() {
    if (primitive instanceof Leaf.Literal literal) {
      return literal.value().toString();
    }
    String what =
        primitive instanceof Leaf.Variable || primitive instanceof Named
            ? primitive.name()
            : primitive.name() + "(...)";
    return what + " (" + shape + ")";
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Expr that && isSameNode(that));
  }

  /** Operands are shared already, so they are compared by identity, without going any deeper. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isSameNode(Expr other) {
    if (hash != other.hash
        || operands.size() != other.operands.size()
        || !primitive.equals(other.primitive)) {
      return false;
    }
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) != other.operands.get(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** A summary of this node alone, whatever the size of its graph; printers give the whole. */
  @Override
  public String toString() {
    return operands.isEmpty()
        ? summary()
        : primitive.name()
            + operands.stream().map(Expr::summary).collect(Collectors.joining(", ", "(", ")"))
            + ": "
            + shape;
  }
}
