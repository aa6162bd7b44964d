package org.backproof.autodiff.expr;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.ImmutableGraph;
import com.google.common.graph.MutableGraph;
import com.google.common.graph.Traverser;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Walks over the graph below some nodes. All are iterative and take time linear in the number of
 * nodes and edges.
 */
public final class ExprGraph {
  private ExprGraph() {}

  /** Every node once, operands before the nodes that use them. */
  public static ImmutableList<Expr> postOrder(Iterable<Expr> roots) {
    return ImmutableList.copyOf(
        Traverser.<Expr>forGraph(Expr::operands).depthFirstPostOrder(roots));
  }

  /**
   * Every node once, operands before the nodes that use them, without what lies below the given
   * cuts.
   */
  public static ImmutableList<Expr> postOrder(Iterable<Expr> roots, Set<Expr> cuts) {
    return ImmutableList.copyOf(
        Traverser.<Expr>forGraph(node -> cuts.contains(node) ? ImmutableList.of() : node.operands())
            .depthFirstPostOrder(roots));
  }

  /** The variables, in the order in which they are met. */
  public static ImmutableList<Expr> variables(Iterable<Expr> roots) {
    return postOrder(roots).stream()
        .filter(node -> node.primitive() instanceof Leaf.Variable)
        .collect(ImmutableList.toImmutableList());
  }

  /** Among the nodes in post-order, those that are one of the given or depend on one. */
  public static ImmutableSet<Expr> dependents(Iterable<Expr> postOrder, Set<Expr> on) {
    Set<Expr> dependents = new LinkedHashSet<>();
    for (Expr node : postOrder) {
      if (on.contains(node) || node.operands().stream().anyMatch(dependents::contains)) {
        dependents.add(node);
      }
    }
    return ImmutableSet.copyOf(dependents);
  }

  /** The graph as Guava's, with an edge from each node to each of its operands. */
  public static ImmutableGraph<Expr> asGraph(Iterable<Expr> roots) {
    MutableGraph<Expr> graph =
        GraphBuilder.directed().nodeOrder(ElementOrder.<Expr>insertion()).build();
    for (Expr node : postOrder(roots)) {
      graph.addNode(node);
      node.operands().forEach(operand -> graph.putEdge(node, operand));
    }
    return ImmutableGraph.copyOf(graph);
  }
}
