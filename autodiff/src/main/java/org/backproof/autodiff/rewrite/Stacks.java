package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Cotangents;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Gather;
import org.backproof.autodiff.expr.Slice;
import org.backproof.autodiff.expr.Stack;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;

/** Laws of stacking and of entries gathered by their indices. */
final class Stacks {
  private static final int MOST_PARTS = 16;

  static final ImmutableList<RewriteRule> RULES =
      ImmutableList.of(
          RewriteRule.of("stack(stack(x, y), z) = stack(x, y, z)", Stacks::flatten),
          RewriteRule.of("stack(x[:a], x[a:]) = x", Stacks::join),
          RewriteRule.of("stack(0, y) + stack(x, 0) = stack(x, y)", Stacks::add),
          RewriteRule.of("x[0, 1, ..., n-1] = x", Stacks::gatherAll),
          RewriteRule.of("x[i][j] = x[i[j]]", Stacks::gatherTwice));

  private Stacks() {}

  private static Optional<Expr> flatten(Expr node) {
    if (!(node.primitive() instanceof Stack)) {
      return Optional.empty();
    }
    List<Expr> parts = new ArrayList<>();
    for (Expr part : node.operands()) {
      boolean isStack = part.primitive().equals(node.primitive());
      parts.addAll(isStack ? part.operands() : ImmutableList.of(part));
    }
    return parts.size() > node.operands().size() && parts.size() <= MOST_PARTS
        ? Optional.of(Expr.of(node.primitive(), parts))
        : Optional.empty();
  }

  private static Optional<Expr> join(Expr node) {
    if (!(node.primitive() instanceof Stack stack)) {
      return Optional.empty();
    }
    List<Expr> parts = new ArrayList<>();
    for (Expr part : node.operands()) {
      Optional<Expr> joined =
          parts.isEmpty()
              ? Optional.empty()
              : join(stack.axis(), parts.get(parts.size() - 1), part);
      joined.ifPresent(whole -> parts.set(parts.size() - 1, whole));
      if (joined.isEmpty()) {
        parts.add(part);
      }
    }
    return parts.size() < node.operands().size()
        ? Optional.of(Structure.stack(stack.axis(), parts))
        : Optional.empty();
  }

  /** Two neighbours as one, where they are the same number, or slices that continue each other. */
  private static Optional<Expr> join(int axis, Expr a, Expr b) {
    Dim size = a.shape().dim(axis).plus(b.shape().dim(axis));
    Shape whole = a.shape().withDim(axis, size);
    if (Nodes.isScalarSpread(a) && Nodes.isScalarSpread(b)) {
      return a.operand(0).equals(b.operand(0))
          ? Optional.of(Structure.spread(a.operand(0), whole))
          : Optional.empty();
    }
    boolean continues =
        a.primitive() instanceof Slice first
            && b.primitive() instanceof Slice second
            && a.operand(0).equals(b.operand(0))
            && first.stops().get(axis).equals(second.starts().get(axis))
            && equalBut(axis, first.starts(), second.starts())
            && equalBut(axis, first.stops(), second.stops());
    return continues
        ? Optional.of(
            Expr.of(
                new Slice(((Slice) a.primitive()).starts(), ((Slice) b.primitive()).stops()),
                a.operand(0)))
        : Optional.empty();
  }

  private static boolean equalBut(int axis, ImmutableList<Dim> a, ImmutableList<Dim> b) {
    return Shape.of(a).withoutAxis(axis).equals(Shape.of(b).withoutAxis(axis));
  }

  /** Stacks alike, of which at each place one has zeros. */
  private static Optional<Expr> add(Expr node) {
    boolean areStacks =
        node.primitive() == BinaryFunction.ADD
            && node.operand(0).primitive() instanceof Stack
            && node.operand(0).primitive().equals(node.operand(1).primitive())
            && node.operand(0).operands().size() == node.operand(1).operands().size();
    if (!areStacks) {
      return Optional.empty();
    }
    List<Expr> parts = new ArrayList<>();
    for (int k = 0; k < node.operand(0).operands().size(); k++) {
      Expr a = node.operand(0).operand(k);
      Expr b = node.operand(1).operand(k);
      boolean oneIsZero = a.isZero() || b.isZero();
      if (!oneIsZero || !a.shape().equals(b.shape())) {
        return Optional.empty();
      }
      parts.add(Cotangents.add(a, b));
    }
    return Optional.of(Expr.of(node.operand(0).primitive(), parts));
  }

  private static Optional<Expr> gatherAll(Expr node) {
    boolean isAll = false;
    if (node.primitive() instanceof Gather gather) {
      isAll = isCount(gather.indices(), node.operand(0).shape().dim(gather.axis()));
    } else if (node.primitive() instanceof Gather.ScatterAdd scatter) {
      isAll = isCount(scatter.indices(), scatter.size());
    }
    return isAll ? Optional.of(node.operand(0)) : Optional.empty();
  }

  private static boolean isCount(ImmutableIntArray indices, Dim size) {
    return size.equals(Dim.of(indices.length()))
        && IntStream.range(0, indices.length()).allMatch(i -> indices.get(i) == i);
  }

  private static Optional<Expr> gatherTwice(Expr node) {
    if (!(node.primitive() instanceof Gather outer)
        || !(node.operand(0).primitive() instanceof Gather inner)
        || outer.axis() != inner.axis()) {
      return Optional.empty();
    }
    ImmutableIntArray indices =
        ImmutableIntArray.copyOf(outer.indices().stream().map(inner.indices()::get));
    return Optional.of(Expr.of(new Gather(outer.axis(), indices), node.operand(0).operand(0)));
  }
}
