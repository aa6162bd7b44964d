package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Slice;
import org.backproof.autodiff.expr.Stack;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;

/** Laws of slices. Sizes are compared as expressions in names that are not negative. */
final class Slices {
  static final ImmutableList<RewriteRule> RULES =
      ImmutableList.of(
          rule("x[:] = x", Slices::whole),
          rule("spread(c)[a:b] = spread(c)", Slices::ofSpread),
          rule("x[a:b][c:d] = x[a+c:a+d]", Slices::ofSlice),
          rule("stack(x, y)[within x] = x[...]", Slices::ofStack));

  private Slices() {}

  private interface Rule {
    Optional<Expr> apply(Slice slice, Expr node, Expr operand);
  }

  private static RewriteRule rule(String name, Rule rule) {
    return RewriteRule.of(
        name,
        node ->
            node.primitive() instanceof Slice slice
                ? rule.apply(slice, node, node.operand(0))
                : Optional.empty());
  }

  private static Optional<Expr> whole(Slice slice, Expr node, Expr operand) {
    return slice.starts().stream().allMatch(Dim.ZERO::equals)
            && slice.stops().equals(operand.shape().dims())
        ? Optional.of(operand)
        : Optional.empty();
  }

  private static Optional<Expr> ofSpread(Slice slice, Expr node, Expr operand) {
    return Nodes.isScalarSpread(operand)
        ? Optional.of(Structure.spread(operand.operand(0), node.shape()))
        : Optional.empty();
  }

  private static Optional<Expr> ofSlice(Slice slice, Expr node, Expr operand) {
    if (!(operand.primitive() instanceof Slice inner)) {
      return Optional.empty();
    }
    ImmutableList.Builder<Dim> starts = ImmutableList.builder();
    ImmutableList.Builder<Dim> stops = ImmutableList.builder();
    for (int axis = 0; axis < slice.starts().size(); axis++) {
      starts.add(inner.starts().get(axis).plus(slice.starts().get(axis)));
      stops.add(inner.starts().get(axis).plus(slice.stops().get(axis)));
    }
    return Optional.of(Expr.of(new Slice(starts.build(), stops.build()), operand.operand(0)));
  }

  /** Leaves out the parts at both ends that the slice does not reach. */
  private static Optional<Expr> ofStack(Slice slice, Expr node, Expr operand) {
    if (!(operand.primitive() instanceof Stack stack)) {
      return Optional.empty();
    }
    int axis = stack.axis();
    Dim start = slice.starts().get(axis);
    Dim rest = operand.shape().dim(axis).minus(slice.stops().get(axis));
    List<Expr> parts = new ArrayList<>(operand.operands());
    while (parts.size() > 1 && isAtMost(size(parts.get(0), axis), start)) {
      start = start.minus(size(parts.remove(0), axis));
    }
    while (parts.size() > 1 && isAtMost(size(parts.get(parts.size() - 1), axis), rest)) {
      rest = rest.minus(size(parts.remove(parts.size() - 1), axis));
    }
    if (parts.size() == operand.operands().size()) {
      return Optional.empty();
    }
    Expr whole = Structure.stack(axis, parts);
    Dim stop = whole.shape().dim(axis).minus(rest);
    return Optional.of(
        Expr.of(
            new Slice(with(slice.starts(), axis, start), with(slice.stops(), axis, stop)), whole));
  }

  private static Dim size(Expr part, int axis) {
    return part.shape().dim(axis);
  }

  private static ImmutableList<Dim> with(ImmutableList<Dim> dims, int axis, Dim dim) {
    return Shape.of(dims).withDim(axis, dim).dims();
  }

  /** Whether one size is at most another for all sizes. */
  private static boolean isAtMost(Dim a, Dim b) {
    Dim difference = b.minus(a);
    return difference.constant() >= 0
        && difference.names().stream().allMatch(name -> difference.coefficient(name) >= 0);
  }
}
