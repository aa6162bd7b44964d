package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Gather;
import org.backproof.autodiff.expr.Leaf;
import org.backproof.autodiff.expr.Slice;
import org.backproof.autodiff.expr.Stack;
import org.backproof.autodiff.rewrite.Product.Factor;
import org.backproof.core.shape.Dim;

/**
 * Scalar factors pulled out of operations that are linear in their operands. Where such an
 * operation puts zeros among its operands' entries, only factors that are finite whatever the
 * variables are: zero times those is zero.
 */
final class Scaling {
  static final ImmutableList<RewriteRule> RULES =
      ImmutableList.of(
          RewriteRule.of("sum(k x) = k sum(x), k a scalar", Scaling::ofLinear),
          RewriteRule.of("stack(k x, k y) = k stack(x, y), k a scalar", Scaling::ofStack));

  private final Expr node;
  private final List<Expr> operands = new ArrayList<>();
  private int before;
  private int after;

  private Scaling(Expr node) {
    this.node = node;
  }

  private static Optional<Expr> ofLinear(Expr node) {
    return isLinear(node) ? new Scaling(node).pullFromEach() : Optional.empty();
  }

  private static boolean isLinear(Expr node) {
    return node.primitive() instanceof Contraction
        || node.primitive() instanceof Slice
        || node.primitive() instanceof Gather
        || node.primitive() instanceof Gather.ScatterAdd;
  }

  /** From each operand what it has of its own. */
  private Optional<Expr> pullFromEach() {
    Product scale = Product.ONE;
    for (Expr operand : node.operands()) {
      Product product = Product.of(operand);
      Product scalars = product.scalars().where(this::allows);
      if (divide(operand, product, scalars)) {
        scale = scale.times(scalars);
      }
    }
    return scaled(scale);
  }

  /** From all operands what they have in common, zeros set aside. */
  private static Optional<Expr> ofStack(Expr node) {
    if (!(node.primitive() instanceof Stack)) {
      return Optional.empty();
    }
    List<Product> products =
        node.operands().stream().filter(part -> !part.isZero()).map(Product::of).toList();
    if (products.isEmpty()) {
      return Optional.empty();
    }
    Scaling scaling = new Scaling(node);
    Product scale = Product.commonScalars(products).where(scaling::allows);
    for (Expr part : node.operands()) {
      if (part.isZero()) {
        scaling.operands.add(part);
      } else if (!scaling.divide(part, Product.of(part), scale)) {
        return Optional.empty();
      }
    }
    return scaling.scaled(scale);
  }

  /** Adds an operand, divided if that leaves a tensor of its shape. */
  private boolean divide(Expr operand, Product product, Product divisor) {
    boolean divides =
        !divisor.isOne() && divisor.coefficient().signum() != 0 && !product.tensors().isOne();
    Weighed rest = divides ? product.dividedBy(divisor).build() : Weighed.part(operand);
    if (!divides || !rest.expr().shape().equals(operand.shape())) {
      operands.add(operand);
      return false;
    }
    operands.add(rest.expr());
    before += product.weight();
    after += rest.weight();
    return true;
  }

  private Optional<Expr> scaled(Product scale) {
    if (scale.isOne()) {
      return Optional.empty();
    }
    Weighed scaled = scale.build(new Weighed(Expr.of(node.primitive(), operands), after));
    return scaled.weight() <= before ? Optional.of(scaled.expr()) : Optional.empty();
  }

  private boolean allows(Factor factor) {
    return !makesZeros(node) || isFinite(factor);
  }

  /** Whether there are entries that are zero whatever the operands are. */
  static boolean makesZeros(Expr node) {
    if (node.primitive() instanceof Contraction contraction) {
      ImmutableIntArray result = contraction.pattern().result();
      return result.stream().distinct().count() < result.length();
    }
    return node.primitive() instanceof Stack || node.primitive() instanceof Gather.ScatterAdd;
  }

  /** Whether a scalar has a value whatever the variables are. */
  static boolean isFinite(Expr scalar) {
    return Product.of(scalar).factors().stream().allMatch(Scaling::isFinite);
  }

  private static boolean isFinite(Factor factor) {
    if (factor.base().primitive() instanceof Leaf.Size size) {
      return factor.exponent().signum() > 0 || isPositive(size.dim());
    }
    return factor.base().primitive() instanceof Leaf.Variable
        && factor.exponent().isInteger()
        && factor.exponent().signum() > 0;
  }

  /** Sizes that have names are not zero. */
  private static boolean isPositive(Dim dim) {
    return dim.constant() >= 0 && dim.names().stream().allMatch(name -> dim.coefficient(name) > 0);
  }
}
