package org.backproof.autodiff.eval;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.ExprGraph;
import org.backproof.core.tensor.TensorAlgebra;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the nodes of some expressions are computed, and when each value is needed
 * last. Worth keeping where the same expressions are computed again and again. Immutable.
 */
public final class Plan {
  private final ImmutableList<Expr> order;
  private final int[][] operands;
  private final int[][] released;
  private final int[] results;

  private Plan(ImmutableList<Expr> order, int[][] operands, int[][] released, int[] results) {
    this.order = order;
    this.operands = operands;
    this.released = released;
    this.results = results;
  }

  /**
   * The plan for some expressions.
   *
   * @param bound the nodes whose values will be given: variables, and inner nodes at which to cut
   */
  public static Plan of(List<Expr> expressions, Set<Expr> bound) {
    ImmutableList<Expr> order = ExprGraph.postOrder(expressions, bound);
    Map<Expr, Integer> places = new HashMap<>();
    order.forEach(node -> places.put(node, places.size()));
    int[][] operands = new int[order.size()][];
    int[] lastUse = new int[order.size()];
    for (int i = 0; i < operands.length; i++) {
      Expr node = order.get(i);
      operands[i] =
          bound.contains(node)
              ? new int[0]
              : node.operands().stream().mapToInt(places::get).toArray();
      for (int operand : operands[i]) {
        lastUse[operand] = i;
      }
    }
    int[] results = expressions.stream().mapToInt(places::get).toArray();
    return new Plan(order, operands, released(lastUse, results), results);
  }

  /** For each node the places whose values nobody needs after it. */
  private static int[][] released(int[] lastUse, int[] results) {
    boolean[] isResult = new boolean[lastUse.length];
    Arrays.stream(results).forEach(place -> isResult[place] = true);
    List<List<Integer>> released = new ArrayList<>();
    Arrays.stream(lastUse).forEach(unused -> released.add(new ArrayList<>()));
    for (int place = 0; place < lastUse.length; place++) {
      if (!isResult[place]) {
        released.get(lastUse[place]).add(place);
      }
    }
    return released.stream()
        .map(places -> places.stream().mapToInt(i -> i).toArray())
        .toArray(int[][]::new);
  }

  <A> ImmutableList<A> run(TensorAlgebra<A> algebra, Bindings<A> bindings) {
    List<@Nullable A> values = new ArrayList<>(order.size());
    for (int i = 0; i < operands.length; i++) {
      Expr node = order.get(i);
      A given = bindings.values().get(node);
      values.add(given != null ? given : compute(algebra, bindings, node, operands[i], values));
      for (int place : released[i]) {
        values.set(place, null);
      }
    }
    ImmutableList.Builder<A> outputs = ImmutableList.builder();
    for (int place : results) {
      outputs.add(values.get(place));
    }
    return outputs.build();
  }

  private static <A> A compute(
      TensorAlgebra<A> algebra,
      Bindings<A> bindings,
      Expr node,
      int[] places,
      List<@Nullable A> values) {
    List<A> arguments = new ArrayList<>(places.length);
    for (int place : places) {
      arguments.add(values.get(place));
    }
    return node.primitive().value(algebra, arguments, bindings.sizes());
  }
}
