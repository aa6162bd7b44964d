package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Dim;
import org.backproof.verify.notation.Node;
import org.backproof.verify.notation.Node.Item;

/**
 * Entries and slices. A number takes an axis away; an index makes it an axis of the index, of which
 * the range that the index runs through is cut out; another number that depends on indices picks by
 * a matrix of zeros and ones.
 */
final class Subscripts {
  private final Lowering lowering;
  private final Node.Subscript node;
  private final Scope scope;
  private final SizeBounds bounds;

  Subscripts(Lowering lowering, Node.Subscript node, Scope scope) {
    this.lowering = lowering;
    this.node = node;
    this.scope = scope;
    this.bounds = scope.bounds();
  }

  Value value() {
    Value base = lowering.value(node.base(), scope);
    if (node.items().size() > base.rank()) {
      throw Fault.ofShapes(
          node.span(),
          "There are "
              + node.items().size()
              + " places in the brackets, but "
              + lowering.describe(node.base(), base)
              + " has only "
              + base.rank()
              + (base.rank() == 1 ? " axis" : " axes"));
    }
    Value result = base;
    int axis = 0;
    for (Item item : node.items()) {
      if (item instanceof Item.Range range) {
        result = slice(result, axis, range);
        axis++;
      } else {
        result = at(result, axis, ((Item.At) item).index());
      }
    }
    return result;
  }

  private Value slice(Value value, int axis, Item.Range range) {
    Dim size = value.shape().dim(axis);
    Dim start = range.start().map(end -> end(end, size)).orElse(Dim.ZERO);
    Dim stop = range.stop().map(end -> end(end, size)).orElse(size);
    for (Dim distance : ImmutableList.of(start, stop.minus(start), size.minus(stop))) {
      if (!bounds.isAtLeast(distance, 0)) {
        throw Fault.ofShapes(
            range.span(),
            "The slice from "
                + start
                + " to "
                + stop
                + (distance.isConstant() ? " leaves" : " can leave")
                + " an axis of the size "
                + size
                + " in "
                + lowering.quote(node.base().span())
                + bounds.narrowing(distance, 0));
      }
    }
    return Alignment.map(e -> Structure.slice(e, value.axis(axis), start, stop), value);
  }

  private Dim end(Node end, Dim size) {
    Optional<Affine> affine = Affine.of(end, scope);
    if (affine.isEmpty() || !affine.get().isFreeOfIndices()) {
      throw Fault.of(
          end.span(),
          "The ends of a slice are made of sizes and whole numbers, not "
              + lowering.quote(end.span()));
    }
    return fromStart(affine.get().constant(), size);
  }

  /** Negative numbers count from the end. */
  private static Dim fromStart(Dim index, Dim size) {
    return index.isConstant() && index.constant() < 0 ? size.plus(index) : index;
  }

  private Value at(Value value, int axis, Node index) {
    Optional<Affine> read = Affine.of(index, scope);
    if (read.isEmpty()) {
      lowering.value(index, scope); // a fault inside it comes first
      throw Fault.of(
          index.span(),
          "An index is made of indices, sizes and whole numbers, not "
              + lowering.quote(index.span()));
    }
    Dim size = value.shape().dim(axis);
    Affine affine = read.get();
    if (affine.isFreeOfIndices()) {
      Dim place = fromStart(affine.constant(), size);
      requireWithin(place, place, size, index);
      return Alignment.map(e -> Structure.at(e, value.axis(axis), place), value);
    }
    requireWithin(affine.least(), affine.greatest(), size, index);
    Optional<Index> shifted = affine.shiftedIndex();
    return shifted.isPresent()
        ? bind(value, axis, shifted.get(), affine.constant())
        : pick(value, axis, affine);
  }

  private void requireWithin(Dim least, Dim greatest, Dim size, Node index) {
    Dim room = size.minus(1).minus(greatest);
    if (bounds.isAtLeast(least, 0) && bounds.isAtLeast(room, 0)) {
      return;
    }
    String text = lowering.quote(index.span());
    String range =
        least.equals(greatest) ? "is " + least : "goes from " + least + " to " + greatest;
    boolean isCertain = isNegative(least) || isNegative(room);
    throw Fault.ofShapes(
        index.span(),
        "The index "
            + text
            + (text.equals(least.toString()) ? "" : " " + range + " and")
            + (isCertain ? " leaves" : " can leave")
            + " an axis of the size "
            + size
            + " in "
            + lowering.quote(node.base().span())
            + ", whose indices go from 0 to "
            + size.minus(1)
            + bounds.narrowing(bounds.isAtLeast(least, 0) ? room : least, 0));
  }

  private static boolean isNegative(Dim dim) {
    return dim.isConstant() && dim.constant() < 0;
  }

  private static Value bind(Value value, int axis, Index index, Dim shift) {
    Dim start = index.low().plus(shift);
    Dim stop = index.high().plus(shift);
    Value range = Alignment.map(e -> Structure.slice(e, value.axis(axis), start, stop), value);
    return Alignment.bind(range, axis, index);
  }

  private static Value pick(Value value, int axis, Affine index) {
    Dim size = value.shape().dim(axis);
    Value place = Lowering.number(index);
    Value column = Alignment.map(e -> Structure.insertAxes(e, place.axis(0)), place);
    Value oneHot = Alignment.map(Functions::equal, column, Value.of(Expr.iota(size)));
    int[] own = new int[value.rank()];
    int[] kept = new int[value.rank() - 1];
    for (int i = 0; i < own.length; i++) {
      own[i] = i;
      if (i != axis) {
        kept[i < axis ? i : i - 1] = i;
      }
    }
    return Alignment.contract(
        ImmutableList.of(value, oneHot),
        ImmutableList.of(own, new int[] {axis}),
        kept,
        ImmutableList.of());
  }
}
