package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.tensor.ContractionPattern;

/** Brings together values whose indices differ. */
final class Alignment {
  private Alignment() {}

  /** The indices that some of the values depend on, each once. */
  static ImmutableList<Index> indices(List<Value> values) {
    Set<Index> all = new LinkedHashSet<>();
    values.forEach(value -> all.addAll(value.indices()));
    return ImmutableList.copyOf(all);
  }

  /** A function of one value that keeps its shape. */
  static Value map(UnaryOperator<Expr> function, Value x) {
    return new Value(function.apply(x.expr()), x.indices());
  }

  /** A function of two values, entry by entry. */
  static Value map(BinaryOperator<Expr> function, Value x, Value y) {
    return map(exprs -> function.apply(exprs.get(0), exprs.get(1)), ImmutableList.of(x, y));
  }

  /** A function of some values, entry by entry with broadcasting of their own axes. */
  static Value map(Function<List<Expr>, Expr> function, List<Value> values) {
    ImmutableList<Index> order = indices(values);
    int rank = values.stream().mapToInt(Value::rank).max().orElse(0);
    return new Value(
        function.apply(values.stream().map(value -> align(value, order, rank)).toList()), order);
  }

  /** The value's tensor such that NumPy's broadcasting lays its axes on those of the others. */
  private static Expr align(Value value, List<Index> order, int rank) {
    int missing = order.size() - value.indices().size();
    boolean fits =
        value.indices().isEmpty()
            || (value.rank() == rank
                && order.subList(missing, order.size()).equals(value.indices()));
    if (fits) {
      return value.expr();
    }
    List<Dim> sizes = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (Index index : order) {
      labels.add(label(order, index));
      sizes.add(value.indices().contains(index) ? index.extent() : Dim.ONE);
    }
    for (int i = 0; i < rank; i++) {
      int own = i - (rank - value.rank());
      labels.add(own < 0 ? -1 - i : own);
      sizes.add(own < 0 ? Dim.ONE : value.shape().dim(own));
    }
    return rearrange(value, order, labels, sizes);
  }

  /** The value's tensor with an axis for each index, of a shape that its own broadcasts to. */
  static Expr spread(Value value, List<Index> order, Shape own) {
    List<Integer> labels = new ArrayList<>();
    List<Dim> sizes = new ArrayList<>();
    for (Index index : order) {
      labels.add(label(order, index));
      sizes.add(index.extent());
    }
    for (int i = 0; i < value.rank(); i++) {
      labels.add(i);
      sizes.add(value.shape().dim(i));
    }
    Value whole = new Value(rearrange(value, order, labels, sizes), ImmutableList.copyOf(order));
    sizes.subList(order.size(), sizes.size()).clear();
    sizes.addAll(own.dims());
    return Structure.spread(align(whole, order, own.rank()), Shape.of(sizes));
  }

  /** One contraction that gives the axes the labels' order; labels that are not there are new. */
  private static Expr rearrange(
      Value value, List<Index> order, List<Integer> result, List<Dim> sizes) {
    List<Integer> labels = new ArrayList<>();
    value.indices().forEach(index -> labels.add(label(order, index)));
    IntStream.range(0, value.rank()).forEach(labels::add);
    if (labels.equals(result)) {
      return value.expr();
    }
    ImmutableList.Builder<Dim> free = ImmutableList.builder();
    for (int i = 0; i < result.size(); i++) {
      if (!labels.contains(result.get(i))) {
        free.add(sizes.get(i));
      }
    }
    return contraction(value, labels, result, free.build());
  }

  private static Expr contraction(
      Value value, List<Integer> labels, List<Integer> result, ImmutableList<Dim> free) {
    ContractionPattern pattern =
        ContractionPattern.of(
            ImmutableList.of(ImmutableIntArray.copyOf(labels)), ImmutableIntArray.copyOf(result));
    return Expr.of(new Contraction(pattern, free), value.expr());
  }

  /** A label that no own axis has. */
  private static int label(List<Index> order, Index index) {
    return 1000 + order.indexOf(index);
  }

  /**
   * A sum of products of one or two values over some of their axes.
   *
   * @param own for each value the labels of its own axes, from 0
   * @param result the labels of the result's own axes
   * @param summed the indices that are summed over
   */
  static Value contract(
      List<Value> values, List<int[]> own, int[] result, Collection<Index> summed) {
    ImmutableList<Index> all = indices(values);
    List<ImmutableIntArray> operands = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      operands.add(labels(all, values.get(k).indices(), own.get(k)));
    }
    ImmutableList<Index> kept =
        all.stream()
            .filter(index -> !summed.contains(index))
            .collect(ImmutableList.toImmutableList());
    ImmutableIntArray target = labels(all, kept, result);
    if (operands.size() == 1 && operands.get(0).equals(target)) {
      return new Value(values.get(0).expr(), kept);
    }
    ContractionPattern pattern = ContractionPattern.of(operands, target);
    Expr e =
        Expr.of(
            new Contraction(pattern, ImmutableList.of()),
            values.stream().map(Value::expr).toList());
    return new Value(e, kept);
  }

  private static ImmutableIntArray labels(List<Index> all, List<Index> indices, int[] own) {
    return ImmutableIntArray.builder()
        .addAll(indices.stream().mapToInt(index -> label(all, index)))
        .addAll(Arrays.stream(own))
        .build();
  }

  /** Makes an axis of the value's own the axis of an index, which may be there already. */
  static Value bind(Value value, int axis, Index index) {
    ImmutableList<Index> order =
        indices(ImmutableList.of(value, new Value(value.expr(), ImmutableList.of(index))));
    List<Integer> labels = new ArrayList<>();
    value.indices().forEach(i -> labels.add(label(order, i)));
    List<Integer> result = new ArrayList<>();
    order.forEach(i -> result.add(label(order, i)));
    for (int i = 0; i < value.rank(); i++) {
      labels.add(i == axis ? label(order, index) : i);
      if (i != axis) {
        result.add(i);
      }
    }
    boolean isInPlace = labels.equals(result);
    return new Value(
        isInPlace ? value.expr() : contraction(value, labels, result, ImmutableList.of()), order);
  }
}
