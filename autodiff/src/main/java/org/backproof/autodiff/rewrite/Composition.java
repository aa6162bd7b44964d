package org.backproof.autodiff.rewrite;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.Dim;
import org.backproof.core.tensor.ContractionPattern;

/**
 * A contraction of which one operand is a contraction, as a single one: the labels of both, with
 * those made one that stand at the same axis of the inner result. A label that loses its only
 * operand so, and is summed over, becomes a factor of its size.
 */
final class Composition {
  private final Expr outer;
  private final int place;
  private final Expr inner;
  private final int[] representative;
  private final int offset;

  private Composition(Expr outer, int place) {
    this.outer = outer;
    this.place = place;
    this.inner = outer.operand(place);
    this.offset = pattern(outer).labels();
    this.representative = IntStream.range(0, offset + pattern(inner).labels()).toArray();
    ImmutableIntArray outside = pattern(outer).operands().get(place);
    for (int axis = 0; axis < outside.length(); axis++) {
      unite(outside.get(axis), offset + pattern(inner).result().get(axis));
    }
  }

  private static ContractionPattern pattern(Expr contraction) {
    return ((Contraction) contraction.primitive()).pattern();
  }

  /** Whether the operand is a contraction, and one is no more work than both. */
  static boolean applies(Expr outer, int place) {
    Expr inner = outer.operand(place);
    if (!(inner.primitive() instanceof Contraction)) {
      return false;
    }
    return outer.operands().size() == 1 || (inner.operands().size() == 1 && !sums(inner));
  }

  /** Whether the contraction of one operand adds anything up. */
  private static boolean sums(Expr e) {
    ImmutableIntArray labels = pattern(e).operands().get(0);
    return IntStream.range(0, labels.length())
        .anyMatch(
            axis ->
                pattern(e).isSummed(labels.get(axis))
                    && !e.operand(0).shape().dim(axis).equals(Dim.ONE));
  }

  static Expr of(Expr outer, int place) {
    return new Composition(outer, place).compose();
  }

  private void unite(int a, int b) {
    representative[find(a)] = find(b);
  }

  private int find(int label) {
    int root = label;
    while (representative[root] != root) {
      root = representative[root];
    }
    return root;
  }

  private Expr compose() {
    List<ImmutableIntArray> labels = new ArrayList<>();
    List<Expr> operands = new ArrayList<>();
    for (int k = 0; k < outer.operands().size(); k++) {
      if (k == place) {
        pattern(inner).operands().forEach(inside -> labels.add(renamed(inside, offset)));
        operands.addAll(inner.operands());
      } else {
        labels.add(renamed(pattern(outer).operands().get(k), 0));
        operands.add(outer.operand(k));
      }
    }
    ImmutableIntArray target = renamed(pattern(outer).result(), 0);
    Expr composed = Contraction.of(labels, target, outer.shape(), operands);
    return lostSizes(labels, target).stream()
        .map(Expr::size)
        .reduce(Expr::times)
        .map(size -> size.times(composed))
        .orElse(composed);
  }

  private ImmutableIntArray renamed(ImmutableIntArray labels, int shift) {
    return ImmutableIntArray.copyOf(labels.stream().map(label -> find(label + shift)));
  }

  /** The sizes of what was summed over and stands nowhere any more. */
  private List<Dim> lostSizes(List<ImmutableIntArray> labels, ImmutableIntArray target) {
    List<Dim> sizes = new ArrayList<>();
    Set<Integer> counted = new HashSet<>();
    ImmutableIntArray outside = renamed(pattern(outer).operands().get(place), 0);
    for (int axis = 0; axis < outside.length(); axis++) {
      int label = outside.get(axis);
      boolean stands =
          target.contains(label) || labels.stream().anyMatch(operand -> operand.contains(label));
      if (!stands && counted.add(label)) {
        sizes.add(inner.shape().dim(axis));
      }
    }
    return sizes;
  }
}
