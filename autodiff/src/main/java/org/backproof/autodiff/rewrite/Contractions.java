package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Shape;
import org.backproof.core.tensor.ContractionPattern;

/** Laws of sums of products over indices. */
final class Contractions {
  static final ImmutableList<RewriteRule> RULES =
      ImmutableList.of(
          rule("x[i, j] = x", Contractions::identity),
          rule("sum(0 * y) = 0", Contractions::zero),
          rule("sum(c * x) = c * sum(x), c a number", Contractions::scalarOperand),
          rule("sum(y * sum(x)) = sum(y * x)", Contractions::compose),
          rule("sum((x * y)) = sum(x * y)", Contractions::product),
          rule("sum-free x * y = x * y entry by entry", Contractions::entrywise),
          rule("operands in the order of the result", Contractions::order));

  private Contractions() {}

  private interface Rule {
    Optional<Expr> apply(Expr node, ContractionPattern pattern);
  }

  private static RewriteRule rule(String name, Rule rule) {
    return RewriteRule.of(
        name,
        node ->
            node.primitive() instanceof Contraction contraction
                ? rule.apply(node, contraction.pattern())
                : Optional.empty());
  }

  private static Optional<Expr> identity(Expr node, ContractionPattern pattern) {
    ImmutableIntArray operand = pattern.operands().get(0);
    boolean isIdentity =
        node.operands().size() == 1
            && operand.equals(pattern.result())
            && operand.length() == pattern.labels();
    return isIdentity ? Optional.of(node.operand(0)) : Optional.empty();
  }

  private static Optional<Expr> zero(Expr node, ContractionPattern pattern) {
    boolean isZero = node.operands().stream().anyMatch(Expr::isZero) && !node.isZero();
    return isZero ? Optional.of(Structure.zeros(node.shape())) : Optional.empty();
  }

  /** One of two operands is a single number. */
  private static Optional<Expr> scalarOperand(Expr node, ContractionPattern pattern) {
    for (int k = 0; node.operands().size() == 2 && k < 2; k++) {
      Expr scalar = node.operand(k);
      if (scalar.isScalar() && (!Scaling.makesZeros(node) || Scaling.isFinite(scalar))) {
        Expr rest =
            Contraction.of(
                ImmutableList.of(pattern.operands().get(1 - k)),
                pattern.result(),
                node.shape(),
                ImmutableList.of(node.operand(1 - k)));
        return Optional.of(scalar.times(rest));
      }
    }
    return Optional.empty();
  }

  private static Optional<Expr> compose(Expr node, ContractionPattern pattern) {
    return IntStream.range(0, node.operands().size())
        .filter(k -> Composition.applies(node, k))
        .mapToObj(k -> Composition.of(node, k))
        .findFirst();
  }

  /** What is summed of a product entry by entry is a sum of products. */
  private static Optional<Expr> product(Expr node, ContractionPattern pattern) {
    Expr operand = node.operand(0);
    boolean sums = IntStream.range(0, pattern.labels()).anyMatch(pattern::isSummed);
    if (node.operands().size() != 1
        || !sums
        || operand.primitive() != BinaryFunction.MULTIPLY
        || operand.operands().stream().anyMatch(Expr::isScalar)) {
      return Optional.empty();
    }
    ImmutableIntArray labels = pattern.operands().get(0);
    List<ImmutableIntArray> operandLabels = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      operandLabels.add(broadcastLabels(labels, operand.shape(), operand.operand(k).shape(), k));
    }
    return Optional.of(
        Contraction.of(operandLabels, pattern.result(), node.shape(), operand.operands()));
  }

  /** The labels of what is broadcast to a labelled shape; a repeated axis has one of its own. */
  private static ImmutableIntArray broadcastLabels(
      ImmutableIntArray labels, Shape shape, Shape operand, int place) {
    int added = shape.rank() - operand.rank();
    return ImmutableIntArray.copyOf(
        IntStream.range(added, shape.rank())
            .map(
                axis ->
                    operand.dim(axis - added).equals(shape.dim(axis))
                        ? labels.get(axis)
                        : -1 - place * shape.rank() - axis));
  }

  /** Nothing is summed, and the axes are those that broadcasting puts together. */
  private static Optional<Expr> entrywise(Expr node, ContractionPattern pattern) {
    boolean isEntrywise =
        node.operands().size() == 2
            && pattern.result().length() == pattern.labels()
            && pattern.operands().stream().allMatch(operand -> isSuffix(operand, pattern.result()));
    if (!isEntrywise) {
      return Optional.empty();
    }
    Expr product = node.operand(0).times(node.operand(1));
    return product.shape().equals(node.shape()) ? Optional.of(product) : Optional.empty();
  }

  private static boolean isSuffix(ImmutableIntArray labels, ImmutableIntArray of) {
    int start = of.length() - labels.length();
    return start >= 0 && labels.equals(of.subArray(start, of.length()));
  }

  /** First the operand of which an axis comes first in the result. */
  private static Optional<Expr> order(Expr node, ContractionPattern pattern) {
    if (!isOutOfOrder(pattern)) {
      return Optional.empty();
    }
    return Optional.of(
        Contraction.of(
            pattern.operands().reverse(),
            pattern.result(),
            node.shape(),
            node.operands().reverse()));
  }

  static boolean isOutOfOrder(ContractionPattern pattern) {
    return pattern.operands().size() == 2 && firstPlace(pattern, 0) > firstPlace(pattern, 1);
  }

  private static int firstPlace(ContractionPattern pattern, int operand) {
    return IntStream.range(0, pattern.result().length())
        .filter(axis -> pattern.operands().get(operand).contains(pattern.result().get(axis)))
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }
}
