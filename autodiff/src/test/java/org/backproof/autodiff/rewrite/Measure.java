package org.backproof.autodiff.rewrite;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.ExprGraph;
import org.backproof.autodiff.expr.Gather;
import org.backproof.autodiff.expr.Leaf;
import org.backproof.autodiff.expr.Named;
import org.backproof.autodiff.expr.Primitive;
import org.backproof.autodiff.expr.Slice;
import org.backproof.autodiff.expr.Softmax;
import org.backproof.autodiff.expr.Stack;
import org.backproof.autodiff.expr.UnaryFunction;

/**
 * What every rule makes smaller, in a well-founded order: the weight of an expression, then how
 * deep its signs and scalar factors lie, then how many operands are not in their order. Each of the
 * three grows with every operand, so that a smaller part makes a smaller whole.
 */
record Measure(BigInteger weight, BigInteger depth, BigInteger disorder)
    implements Comparable<Measure> {
  private static final BigInteger TWO = BigInteger.TWO;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  static Measure of(Expr e) {
    Map<Expr, Measure> measures = new HashMap<>();
    for (Expr node : ExprGraph.postOrder(ImmutableList.of(e))) {
      measures.put(node, of(node, node.operands().stream().map(measures::get).toList()));
    }
    return Objects.requireNonNull(measures.get(e));
  }

  private static Measure of(Expr node, List<Measure> operands) {
    BigInteger weight =
        operands.stream().map(Measure::weight).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger disorder =
        operands.stream().map(Measure::disorder).reduce(BigInteger.ZERO, BigInteger::add);
    return new Measure(
        weight(node, weight),
        depth(node, operands.stream().map(Measure::depth).toList()),
        disorder.add(BigInteger.valueOf(isDisordered(node) ? 1 : 0)));
  }

  /** Softmax and tanh count double what stands in them: their expansions write it twice. */
  private static BigInteger weight(Expr node, BigInteger operands) {
    if (node.primitive() instanceof Softmax) {
      return operands.multiply(TWO).add(BigInteger.valueOf(20));
    }
    if (node.primitive() == UnaryFunction.TANH) {
      return operands.multiply(TWO).add(BigInteger.valueOf(30));
    }
    return operands.add(BigInteger.valueOf(Weighed.ofOperation(node)));
  }

  /** Signs weigh little outside and much inside; products are the same in any grouping. */
  private static BigInteger depth(Expr node, List<BigInteger> operands) {
    Primitive primitive = node.primitive();
    BigInteger product = operands.stream().reduce(BigInteger.ONE, BigInteger::multiply);
    BigInteger sum = operands.stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (operands.isEmpty()) {
      boolean negative = primitive instanceof Leaf.Literal literal && literal.value().signum() < 0;
      return negative ? BigInteger.valueOf(4) : THREE;
    }
    if (Nodes.number(node).isPresent() || primitive instanceof Named) {
      return sum;
    }
    if (primitive == UnaryFunction.NEGATE) {
      return sum.add(TWO);
    }
    if (primitive == BinaryFunction.MULTIPLY || primitive == BinaryFunction.DIVIDE) {
      return product;
    }
    return isLinear(node) ? product.multiply(product) : sum.multiply(TWO).add(BigInteger.ONE);
  }

  private static boolean isLinear(Expr node) {
    return node.primitive() instanceof Contraction
        || node.primitive() instanceof Stack
        || node.primitive() instanceof Slice
        || node.primitive() instanceof Gather
        || node.primitive() instanceof Gather.ScatterAdd;
  }

  private static boolean isDisordered(Expr node) {
    if (node.primitive() == BinaryFunction.MULTIPLY) {
      return Nodes.number(node.operand(1)).isPresent() && Nodes.number(node.operand(0)).isEmpty();
    }
    return node.primitive() instanceof Contraction contraction
        && Contractions.isOutOfOrder(contraction.pattern());
  }

  @Override
  public int compareTo(Measure other) {
    return ComparisonChain.start()
        .compare(weight, other.weight)
        .compare(depth, other.depth)
        .compare(disorder, other.disorder)
        .result();
  }
}
