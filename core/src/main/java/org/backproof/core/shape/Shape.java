package org.backproof.core.shape;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sizes of a tensor's axes, in order: a scalar has none, a matrix two. Immutable.
 *
 * <p>Broadcasting follows NumPy, by name: axes are aligned at the last, and two sizes go together
 * if they are the same expression or one of them is the number 1. A name does not become 1 because
 * it might be.
 */
public final class Shape {
  /** The shape of a single number. */
  public static final Shape SCALAR = new Shape(ImmutableList.of());

  private final ImmutableList<Dim> dims;

  private Shape(ImmutableList<Dim> dims) {
    this.dims = dims;
  }

  public static Shape of(Dim... dims) {
    return of(Arrays.asList(dims));
  }

  public static Shape of(List<Dim> dims) {
    return dims.isEmpty() ? SCALAR : new Shape(ImmutableList.copyOf(dims));
  }

  /** A shape of which every size is known. */
  public static Shape of(int... sizes) {
    return of(IntStream.of(sizes).mapToObj(Dim::of).collect(ImmutableList.toImmutableList()));
  }

  /** The number of axes. */
  public int rank() {
    return dims.size();
  }

  public boolean isScalar() {
    return dims.isEmpty();
  }

  /**
   * The size of an axis; negative axes count from the last.
   *
   * @throws ShapeException if there is no such axis
   */
  public Dim dim(int axis) {
    return dims.get(axis(axis));
  }

  public ImmutableList<Dim> dims() {
    return dims;
  }

  /**
   * The axis as a number from 0 to rank - 1, where negative ones count from the last.
   *
   * @throws ShapeException if there is no such axis
   */
  public int axis(int axis) {
    int index = axis < 0 ? axis + rank() : axis;
    if (index < 0 || index >= rank()) {
      throw new ShapeException(
          "There is no axis "
              + axis
              + " in the shape "
              + this
              + ", which has "
              + rank()
              + "; axes count from 0");
    }
    return index;
  }

  /** This shape with one axis of another size. */
  public Shape withDim(int axis, Dim dim) {
    int index = axis(axis);
    return of(
        IntStream.range(0, rank())
            .mapToObj(i -> i == index ? dim : dims.get(i))
            .collect(ImmutableList.toImmutableList()));
  }

  /** This shape with one axis taken out. */
  public Shape withoutAxis(int axis) {
    int index = axis(axis);
    return of(
        IntStream.range(0, rank())
            .filter(i -> i != index)
            .mapToObj(dims::get)
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * The shape that both broadcast to.
   *
   * @throws ShapeException if they do not go together
   */
  public Shape broadcast(Shape other) {
    int rank = Math.max(rank(), other.rank());
    ImmutableList.Builder<Dim> result = ImmutableList.builder();
    for (int i = rank; i > 0; i--) {
      Dim a = fromLast(i);
      Dim b = other.fromLast(i);
      if (!a.equals(b) && !a.equals(Dim.ONE) && !b.equals(Dim.ONE)) {
        throw new ShapeException(
            "The shapes "
                + this
                + " and "
                + other
                + " do not broadcast: "
                + a
                + " against "
                + b
                + " at the axis "
                + i
                + " from the last (each must be the same, or 1)");
      }
      result.add(a.equals(Dim.ONE) ? b : a);
    }
    return of(result.build());
  }

  private Dim fromLast(int i) {
    return i > rank() ? Dim.ONE : dims.get(rank() - i);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && dims.equals(that.dims);
  }

  @Override
  public int hashCode() {
    return dims.hashCode();
  }

  /** As it is written in a derivation: {@code m x (n + 1)}, or {@code scalar}. */
  @Override
  public String toString() {
    return isScalar()
        ? "scalar"
        : dims.stream().map(this::axisText).collect(Collectors.joining(" x "));
  }

  private String axisText(Dim dim) {
    String text = dim.toString();
    return rank() > 1 && text.contains(" ") ? "(" + text + ")" : text;
  }
}
