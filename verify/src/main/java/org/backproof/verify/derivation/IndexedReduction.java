package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.verify.notation.Node;
import org.backproof.verify.notation.Node.Operator;

/**
 * Sums and products over indices. A sum of products becomes a contraction, so that the products
 * need not be laid out: {@code sum(k < m: a[i, k] * b[k, j])} is a matrix product.
 */
final class IndexedReduction {
  private record Factor(Node node, Value value) {}

  private final Lowering lowering;
  private final Node.Indexed node;
  private final ImmutableSet<Index> indices;
  private final Scope scope;

  IndexedReduction(Lowering lowering, Node.Indexed node, Scope scope) {
    this.lowering = lowering;
    this.node = node;
    Binding binding = Binding.of(lowering, node.binders(), scope);
    this.indices = ImmutableSet.copyOf(binding.indices());
    this.scope = binding.scope();
  }

  Value value() {
    return node.isProduct() ? product() : sum(node.body());
  }

  private Value product() {
    Value body = lowering.value(node.body(), scope);
    ImmutableList<Index> order =
        Alignment.indices(ImmutableList.of(body, new Value(body.expr(), indices.asList())));
    Expr e = Alignment.spread(body, order, body.shape());
    List<Index> left = new ArrayList<>(order);
    for (Index index : indices) {
      e = Functions.prod(e, left.indexOf(index));
      left.remove(index);
    }
    return new Value(e, ImmutableList.copyOf(left));
  }

  private Value sum(Node body) {
    if (body instanceof Node.Negation negation) {
      return Alignment.map(Expr::negate, sum(negation.operand()));
    }
    if (body instanceof Node.Binary binary) {
      return sumOf(binary);
    }
    return summed(lowering.value(body, scope));
  }

  private Value sumOf(Node.Binary body) {
    return switch (body.operator()) {
      case ADD, SUBTRACT ->
          Arithmetic.entrywise(lowering, body, sum(body.left()), sum(body.right()));
      case MULTIPLY -> sumOfProduct(body);
      case DIVIDE -> sumOfQuotient(body);
      default -> summed(lowering.value(body, scope));
    };
  }

  private Value sumOfQuotient(Node.Binary body) {
    Value divisor = lowering.value(body.right(), scope);
    return isFree(divisor)
        ? Arithmetic.entrywise(lowering, body, sum(body.left()), divisor)
        : summed(Arithmetic.entrywise(lowering, body, lowering.value(body.left(), scope), divisor));
  }

  private Value sumOfProduct(Node.Binary body) {
    List<Factor> factors = new ArrayList<>();
    collectFactors(body, factors);
    requireFactors(body, factors);
    List<Value> values = factors.stream().map(Factor::value).toList();
    List<Value> inner = new ArrayList<>(values.stream().filter(f -> !isFree(f)).toList());
    boolean isScalar = inner.stream().allMatch(factor -> factor.rank() == 0);
    while (inner.size() > (isScalar ? 2 : 1)) {
      inner.sort(Comparator.comparingInt(factor -> factor.indices().size()));
      inner.add(Alignment.map(Expr::times, inner.remove(0), inner.remove(0)));
    }
    Value result = inner.isEmpty() ? count(indices) : contract(inner);
    for (Value factor : values.stream().filter(this::isFree).toList()) {
      result = Alignment.map(Expr::times, factor, result);
    }
    return result;
  }

  private void requireFactors(Node.Binary body, List<Factor> factors) {
    for (int i = 0; i < factors.size(); i++) {
      for (Factor other : factors.subList(0, i)) {
        Factor factor = factors.get(i);
        lowering.requireBroadcast(
            "*", body.sign(), other.node(), other.value(), factor.node(), factor.value());
      }
    }
  }

  private void collectFactors(Node body, List<Factor> factors) {
    if (body instanceof Node.Binary binary && binary.operator() == Operator.MULTIPLY) {
      collectFactors(binary.left(), factors);
      collectFactors(binary.right(), factors);
    } else {
      factors.add(new Factor(body, lowering.value(body, scope)));
    }
  }

  private boolean isFree(Value value) {
    return value.indices().stream().noneMatch(indices::contains);
  }

  private Value summed(Value body) {
    return contract(ImmutableList.of(body));
  }

  /** The sum of a product; over an index that no factor has, it repeats itself. */
  private Value contract(List<Value> factors) {
    ImmutableList<Index> bound = Alignment.indices(factors);
    List<int[]> own = new ArrayList<>();
    factors.forEach(factor -> own.add(IntStream.range(0, factor.rank()).toArray()));
    Value sum = Alignment.contract(factors, own, own.get(0), indices);
    Set<Index> unbound = Sets.difference(indices, ImmutableSet.copyOf(bound));
    return unbound.isEmpty() ? sum : Alignment.map(Expr::times, count(unbound), sum);
  }

  /** How many terms there are that are the same. */
  private static Value count(Set<Index> over) {
    return over.stream()
        .map(index -> Value.of(Expr.size(index.extent())))
        .reduce((a, b) -> Alignment.map(Expr::times, a, b))
        .orElseThrow();
  }
}
