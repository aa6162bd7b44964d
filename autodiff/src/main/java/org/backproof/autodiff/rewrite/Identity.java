package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.ExprGraph;
import org.backproof.autodiff.expr.Leaf;
import org.backproof.autodiff.expr.Primitive;
import org.backproof.autodiff.expr.Structure;

/**
 * A rule that is an identity between two expressions, in which variables stand for any expression
 * and numbers for themselves, spread over any shape. It is applied from left to right, with the
 * operands of sums and products in either order, and sees through names.
 */
final class Identity implements RewriteRule {
  private static final ImmutableSet<Primitive> COMMUTATIVE =
      ImmutableSet.of(
          BinaryFunction.ADD, BinaryFunction.MULTIPLY, BinaryFunction.MAX, BinaryFunction.MIN);

  private final String name;
  private final Expr left;
  private final Expr right;
  private final ImmutableList<Expr> rightInOrder;

  private Identity(String name, Expr left, Expr right) {
    this.name = name;
    this.left = left;
    this.right = right;
    this.rightInOrder = ExprGraph.postOrder(ImmutableList.of(right));
  }

  /**
   * The identity of two expressions.
   *
   * @param right in variables that the left side has
   */
  static Identity of(String name, Expr left, Expr right) {
    return new Identity(name, left, right);
  }

  @Override
  public String name() {
    return name;
  }

  Expr left() {
    return left;
  }

  Expr right() {
    return right;
  }

  @Override
  public Optional<Expr> apply(Expr node) {
    if (!node.primitive().equals(left.primitive())) {
      return Optional.empty();
    }
    Map<Expr, Expr> bound = new HashMap<>();
    return matchOperands(left, node, bound)
        ? Optional.of(Structure.spread(instantiate(bound), node.shape()))
        : Optional.empty();
  }

  private static boolean match(Expr pattern, Expr e, Map<Expr, Expr> bound) {
    if (pattern.primitive() instanceof Leaf.Variable) {
      Expr known = bound.putIfAbsent(pattern, e);
      return known == null || Nodes.bare(known).equals(Nodes.bare(e));
    }
    Expr bare = Nodes.bare(e);
    return pattern.primitive() instanceof Leaf.Literal literal
        ? bare.isFilledWith(literal.value())
        : bare.primitive().equals(pattern.primitive()) && matchOperands(pattern, bare, bound);
  }

  /** What is bound on the way of an order that does not match is let go again. */
  private static boolean matchOperands(Expr pattern, Expr e, Map<Expr, Expr> bound) {
    Map<Expr, Expr> before = new HashMap<>(bound);
    if (matchOperands(pattern, e.operands(), bound)) {
      return true;
    }
    if (!COMMUTATIVE.contains(pattern.primitive())) {
      return false;
    }
    bound.clear();
    bound.putAll(before);
    return matchOperands(pattern, e.operands().reverse(), bound);
  }

  private static boolean matchOperands(
      Expr pattern, ImmutableList<Expr> operands, Map<Expr, Expr> bound) {
    for (int i = 0; i < operands.size(); i++) {
      if (!match(pattern.operand(i), operands.get(i), bound)) {
        return false;
      }
    }
    return true;
  }

  private Expr instantiate(Map<Expr, Expr> bound) {
    Map<Expr, Expr> instances = new HashMap<>(bound);
    for (Expr node : rightInOrder) {
      if (!instances.containsKey(node)) {
        instances.put(
            node,
            node.operands().isEmpty()
                ? node
                : Expr.of(node.primitive(), node.operands().stream().map(instances::get).toList()));
      }
    }
    return Objects.requireNonNull(instances.get(right));
  }

  @Override
  public String toString() {
    return name;
  }
}
