package org.backproof.autodiff.expr;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.shape.ShapeException;

/** Operations that move entries: filling, slicing, stacking, gathering, axes put in. */
public final class Structure {
  private Structure() {}

  public static Expr zeros(Shape shape) {
    return spread(Expr.literal(0), shape);
  }

  public static Expr zeros(Dim... sizes) {
    return zeros(Shape.of(sizes));
  }

  public static Expr ones(Shape shape) {
    return spread(Expr.literal(1), shape);
  }

  public static Expr ones(Dim... sizes) {
    return ones(Shape.of(sizes));
  }

  /**
   * An expression broadcast to a shape.
   *
   * @throws ShapeException if its shape does not broadcast to that one
   */
  public static Expr spread(Expr e, Shape shape) {
    if (e.shape().equals(shape)) {
      return e;
    }
    if (!e.shape().broadcast(shape).equals(shape)) {
      throw new ShapeException("The shape " + e.shape() + " does not broadcast to " + shape);
    }
    int added = shape.rank() - e.shape().rank();
    int[] labels =
        IntStream.range(0, e.shape().rank())
            .map(i -> e.shape().dim(i).equals(shape.dim(i + added)) ? i + added : shape.rank() + i)
            .toArray();
    return Contraction.of(
        ImmutableList.of(ImmutableIntArray.copyOf(labels)),
        axes(shape.rank()),
        shape,
        ImmutableList.of(e));
  }

  /** Puts in axes of size 1, which are then at the given places, in ascending order. */
  public static Expr insertAxes(Expr e, int... places) {
    int rank = e.shape().rank() + places.length;
    int[] old = IntStream.range(0, rank).filter(i -> Ints.indexOf(places, i) < 0).toArray();
    List<Dim> dims = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      dims.add(Ints.indexOf(places, i) < 0 ? e.shape().dim(Ints.indexOf(old, i)) : Dim.ONE);
    }
    return Contraction.of(
        ImmutableList.of(ImmutableIntArray.copyOf(old)),
        axes(rank),
        Shape.of(dims),
        ImmutableList.of(e));
  }

  /** Takes out an axis of size 1. */
  static Expr dropAxis(Expr e, int axis) {
    if (!e.shape().dim(axis).equals(Dim.ONE)) {
      throw new ShapeException("Axis " + axis + " of " + e.shape() + " has not the size 1");
    }
    return Functions.sum(e, axis);
  }

  private static ImmutableIntArray axes(int rank) {
    return ImmutableIntArray.copyOf(IntStream.range(0, rank));
  }

  /**
   * The entries from {@code start} (inclusive) to {@code stop} (exclusive) along an axis, all of
   * the others.
   *
   * @throws ShapeException if the slice leaves the axis for every size
   */
  public static Expr slice(Expr e, int axis, Dim start, Dim stop) {
    Shape shape = e.shape();
    int index = shape.axis(axis);
    if (start.equals(Dim.ZERO) && stop.equals(shape.dim(index))) {
      return e;
    }
    List<Dim> starts = new ArrayList<>();
    List<Dim> stops = new ArrayList<>();
    for (int i = 0; i < shape.rank(); i++) {
      starts.add(i == index ? start : Dim.ZERO);
      stops.add(i == index ? stop : shape.dim(i));
    }
    return Expr.of(new Slice(ImmutableList.copyOf(starts), ImmutableList.copyOf(stops)), e);
  }

  /** The entries at an index of an axis, which goes away. */
  public static Expr at(Expr e, int axis, Dim index) {
    int place = e.shape().axis(axis);
    return dropAxis(slice(e, place, index, index.plus(1)), place);
  }

  /** Expressions one after another along an axis; empty ones are left out. */
  public static Expr stack(int axis, List<Expr> parts) {
    checkArgument(!parts.isEmpty(), "Stacking needs something to stack");
    int index = parts.get(0).shape().axis(axis);
    Shape whole = new Stack(index).shape(parts.stream().map(Expr::shape).toList());
    List<Expr> filled =
        parts.stream().filter(part -> !part.shape().dim(index).equals(Dim.ZERO)).toList();
    if (filled.isEmpty()) {
      return zeros(whole);
    }
    return filled.size() == 1 ? filled.get(0) : Expr.of(new Stack(index), filled);
  }

  /** Side by side: along the second axis, or along the only one of vectors. */
  public static Expr hstack(Expr... parts) {
    checkArgument(parts.length > 0, "hstack needs something to stack");
    return stack(parts[0].shape().rank() == 1 ? 0 : 1, ImmutableList.copyOf(parts));
  }

  /** One below the other: along the first axis; vectors are rows. */
  public static Expr vstack(Expr... parts) {
    return stack(
        0,
        ImmutableList.copyOf(parts).stream()
            .map(part -> part.shape().rank() == 1 ? insertAxes(part, 0) : part)
            .toList());
  }

  /**
   * Along an axis the entries at the given indices, from 0; repeated ones as often as they stand
   * there.
   */
  public static Expr gather(Expr e, int axis, int... indices) {
    return Expr.of(new Gather(e.shape().axis(axis), ImmutableIntArray.copyOf(indices)), e);
  }
}
