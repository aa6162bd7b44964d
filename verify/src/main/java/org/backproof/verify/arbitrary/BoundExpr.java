package org.backproof.verify.arbitrary;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.ExprGraph;
import org.backproof.autodiff.expr.Leaf;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Sizes;
import org.backproof.core.tensor.Tensor;

/**
 * An expression with a number for each of its sizes and a tensor for each of its variables: a point
 * at which it can be evaluated.
 */
public record BoundExpr(Expr expression, Bindings<Tensor> bindings) {
  /** Points for one expression, with tensors of the given entries. */
  public static Arbitrary<BoundExpr> of(Expr expression, Arbitrary<Double> entries) {
    return Shapes.sizes(sizeNames(expression))
        .flatMap(sizes -> bindings(expression, sizes, entries))
        .map(bindings -> new BoundExpr(expression, bindings));
  }

  /** Random expressions, each at a random point. */
  public static Arbitrary<BoundExpr> of(Arbitrary<Expr> expressions, Arbitrary<Double> entries) {
    return expressions.flatMap(expression -> of(expression, entries));
  }

  private static Set<String> sizeNames(Expr expression) {
    Set<String> names = new TreeSet<>();
    for (Expr node : ExprGraph.postOrder(ImmutableList.of(expression))) {
      if (node.primitive() instanceof Leaf.Size size) {
        names.addAll(size.dim().names());
      }
      for (Dim dim : node.shape().dims()) {
        names.addAll(dim.names());
      }
    }
    return names;
  }

  private static Arbitrary<Bindings<Tensor>> bindings(
      Expr expression, Sizes sizes, Arbitrary<Double> entries) {
    List<Expr> variables = ExprGraph.variables(ImmutableList.of(expression));
    List<Arbitrary<Tensor>> tensors =
        variables.stream()
            .map(variable -> Tensors.of(entries, sizes.of(variable.shape())))
            .toList();
    return Combinators.combine(tensors)
        .as(values -> Evaluator.doubles().bind(zip(variables, values), sizes));
  }

  private static Map<Expr, Tensor> zip(List<Expr> variables, List<Tensor> values) {
    Map<Expr, Tensor> map = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      map.put(variables.get(i), values.get(i));
    }
    return map;
  }

  /** The variables, in the order in which they are met. */
  public ImmutableList<Expr> variables() {
    return ExprGraph.variables(ImmutableList.of(expression));
  }

  /** The sizes, the variables, and a line for each node. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(bindings.sizes().toString());
    bindings
        .values()
        .forEach((node, tensor) -> text.append("\n").append(node).append(" = ").append(tensor));
    Map<Expr, String> names = new HashMap<>();
    for (Expr node : ExprGraph.postOrder(ImmutableList.of(expression))) {
      if (node.primitive() instanceof Leaf.Variable) {
        names.put(node, node.primitive().name());
        continue;
      }
      String operands = node.operands().stream().map(names::get).collect(Collectors.joining(", "));
      names.put(node, "t" + names.size());
      text.append("\n").append(names.get(node)).append(" : ").append(node.shape());
      text.append(" = ").append(node.primitive()).append(" of ").append(operands);
    }
    return text.toString();
  }
}
