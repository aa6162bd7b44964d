package org.backproof.verify.arbitrary;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Gather;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.verify.arbitrary.Operations.Operation;

/** Operations that move entries: slices, stacks, gathers and scatters. */
final class StructureOperations {
  static final ImmutableList<Operation> ALL =
      ImmutableList.of(
          (o, choices) -> slice(withAxis(o.first()), choices),
          (o, choices) -> stack(withAxis(o.first()), o, choices),
          (o, choices) -> gather(withAxis(o.first()), choices),
          (o, choices) -> scatterAdd(withAxis(o.first()), choices));

  private static final int LONGEST_AXIS = 6;
  private static final Dim N = Dim.named("n");

  private StructureOperations() {}

  /** The part, as a vector where it is a number. */
  static Part withAxis(Part part) {
    return part.rank() > 0
        ? part
        : new Part(Structure.spread(part.expr(), Shape.of(N)), part.bound());
  }

  static int axis(Part part, Choices choices) {
    return choices.below(part.rank());
  }

  /** The least number that a size comes to: all sizes here grow with their names. */
  static int least(Dim dim) {
    return dim.constant() + dim.names().stream().mapToInt(dim::coefficient).sum();
  }

  private static Part slice(Part x, Choices choices) {
    int axis = axis(x, choices);
    Dim size = x.shape().dim(axis);
    boolean single = choices.below(2) == 0;
    int start = choices.below(least(size));
    Dim stop = single ? Dim.of(start + 1) : size.minus(choices.below(least(size) - start));
    return new Part(Structure.slice(x.expr(), axis, Dim.of(start), stop), x.bound());
  }

  private static Part stack(Part x, Operands o, Choices choices) {
    int axis = axis(x, choices);
    if (least(x.shape().dim(axis)) > LONGEST_AXIS / 2) {
      return slice(x, choices);
    }
    Shape column = x.shape().withDim(axis, Dim.ONE);
    List<Part> candidates = new ArrayList<>();
    candidates.add(new Part(Structure.ones(column), 1));
    o.all().stream().filter(part -> stacks(x, part, axis)).forEach(candidates::add);
    Part other = choices.of(candidates);
    List<Expr> parts = new ArrayList<>(List.of(x.expr(), other.expr()));
    if (choices.below(2) == 1) {
      parts.add(0, parts.remove(1));
    }
    return new Part(Structure.stack(axis, parts), Math.max(x.bound(), other.bound()));
  }

  private static boolean stacks(Part x, Part other, int axis) {
    return x.rank() == other.rank()
        && least(other.shape().dim(axis)) <= LONGEST_AXIS / 2
        && x.shape().withDim(axis, Dim.ONE).equals(other.shape().withDim(axis, Dim.ONE));
  }

  private static Part gather(Part x, Choices choices) {
    int axis = axis(x, choices);
    int count = 1 + choices.below(3);
    int[] indices = indices(count, x.shape().dim(axis), choices);
    return new Part(Structure.gather(x.expr(), axis, indices), x.bound());
  }

  /** Of an axis whose size is a number, which a gather makes where it is none. */
  private static Part scatterAdd(Part x, Choices choices) {
    int axis = axis(x, choices);
    Part source = x.shape().dim(axis).isConstant() ? x : gather(x, axis, choices);
    int count = source.shape().dim(axis).constant();
    Dim size = choices.of(List.of(Dim.of(2), N, N.plus(1), Dim.ONE));
    ImmutableIntArray indices = ImmutableIntArray.copyOf(indices(count, size, choices));
    return new Part(
        Expr.of(new Gather.ScatterAdd(axis, indices, size), source.expr()), source.bound() * count);
  }

  private static Part gather(Part x, int axis, Choices choices) {
    int[] indices = indices(2, x.shape().dim(axis), choices);
    return new Part(Structure.gather(x.expr(), axis, indices), x.bound());
  }

  private static int[] indices(int count, Dim size, Choices choices) {
    int[] indices = new int[count];
    for (int k = 0; k < count; k++) {
      indices[k] = choices.below(least(size));
    }
    return indices;
  }
}
