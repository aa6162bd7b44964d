package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import java.util.function.Function;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.Named;
import org.backproof.autodiff.expr.Power;
import org.backproof.autodiff.expr.Primitive;
import org.backproof.autodiff.expr.Softmax;
import org.backproof.autodiff.expr.Structure;
import org.backproof.autodiff.expr.UnaryFunction;
import org.backproof.core.number.Rational;
import org.backproof.core.tensor.ContractionPattern;

/**
 * Rules that replace an expression by an equal one that neither overflows nor cancels: laws on the
 * real numbers where the left side is defined. They look through names.
 */
final class Stabilization {
  static final ImmutableList<RewriteRule> RULES =
      ImmutableList.of(
          rule(
              "log(sigmoid(x)) = -softplus(-x)",
              UnaryFunction.LOG,
              a ->
                  argument(a, UnaryFunction.SIGMOID)
                      .map(x -> Functions.softplus(x.negate()).negate())),
          rule(
              "log(1 - sigmoid(x)) = -softplus(x)",
              UnaryFunction.LOG,
              a ->
                  complement(a)
                      .flatMap(s -> argument(s, UnaryFunction.SIGMOID))
                      .map(x -> Functions.softplus(x).negate())),
          rule("log(exp(x)) = x", UnaryFunction.LOG, a -> argument(a, UnaryFunction.EXP)),
          rule("log(softmax(x)) = x - logsumexp(x)", UnaryFunction.LOG, Stabilization::logSoftmax),
          rule("log(sum(exp(x))) = logsumexp(x)", UnaryFunction.LOG, Stabilization::logSumExp),
          rule("log(1 + x) = log1p(x)", UnaryFunction.LOG, a -> onePlus(a).map(Functions::log1p)),
          rule(
              "log1p(exp(x)) = softplus(x)",
              UnaryFunction.LOG1P,
              a -> argument(a, UnaryFunction.EXP).map(Functions::softplus)),
          rule("sqrt(x ** 2) = abs(x)", UnaryFunction.SQRT, Stabilization::rootOfSquare),
          RewriteRule.of(
              "1 - sigmoid(x) = sigmoid(-x)",
              e ->
                  complement(e)
                      .flatMap(s -> argument(s, UnaryFunction.SIGMOID))
                      .map(x -> spread(Functions.sigmoid(x.negate()), e))),
          RewriteRule.of(
              "exp(x) - 1 = expm1(x)",
              e ->
                  lessOne(e)
                      .flatMap(s -> argument(s, UnaryFunction.EXP))
                      .map(x -> spread(Functions.expm1(x), e))),
          RewriteRule.of("1 / (1 + exp(x)) = sigmoid(-x)", Stabilization::logistic),
          RewriteRule.of("exp(x) / (1 + exp(x)) = sigmoid(x)", Stabilization::logisticOfQuotient));

  private Stabilization() {}

  /** A rule on what a function of one number is applied to. */
  private static RewriteRule rule(
      String name, UnaryFunction function, Function<Expr, Optional<Expr>> onArgument) {
    return RewriteRule.of(
        name,
        e ->
            e.primitive().equals(function)
                ? onArgument.apply(bare(e.operand(0)))
                : Optional.empty());
  }

  private static Expr bare(Expr e) {
    Expr inner = e;
    while (inner.primitive() instanceof Named) {
      inner = inner.operand(0);
    }
    return inner;
  }

  private static Expr spread(Expr e, Expr like) {
    return Structure.spread(e, like.shape());
  }

  /** The argument, if the expression is that function of one. */
  private static Optional<Expr> argument(Expr e, Primitive function) {
    Expr inner = bare(e);
    return inner.primitive().equals(function) ? Optional.of(inner.operand(0)) : Optional.empty();
  }

  /** {@code s} of {@code 1 - s}, where that has the shape of s. */
  private static Optional<Expr> complement(Expr e) {
    return isSameShape(e, BinaryFunction.SUBTRACT, 1) && e.operand(0).isFilledWith(Rational.ONE)
        ? Optional.of(e.operand(1))
        : Optional.empty();
  }

  /** {@code s} of {@code s - 1}, where that has the shape of s. */
  private static Optional<Expr> lessOne(Expr e) {
    return isSameShape(e, BinaryFunction.SUBTRACT, 0) && e.operand(1).isFilledWith(Rational.ONE)
        ? Optional.of(e.operand(0))
        : Optional.empty();
  }

  /** {@code s} of {@code 1 + s} or {@code s + 1}, where that has the shape of s. */
  private static Optional<Expr> onePlus(Expr e) {
    Expr sum = bare(e);
    for (int one = 0; one < 2; one++) {
      if (isSameShape(sum, BinaryFunction.ADD, 1 - one)
          && sum.operand(one).isFilledWith(Rational.ONE)) {
        return Optional.of(sum.operand(1 - one));
      }
    }
    return Optional.empty();
  }

  private static boolean isSameShape(Expr e, BinaryFunction function, int operand) {
    return e.primitive().equals(function) && e.operand(operand).shape().equals(e.shape());
  }

  private static Optional<Expr> logSoftmax(Expr a) {
    return a.primitive() instanceof Softmax softmax
        ? Optional.of(Functions.logSoftmax(a.operand(0), softmax.axis()))
        : Optional.empty();
  }

  /** Along one axis, which goes away. */
  private static Optional<Expr> logSumExp(Expr a) {
    if (!(a.primitive() instanceof Contraction sum) || a.operands().size() != 1) {
      return Optional.empty();
    }
    ContractionPattern pattern = sum.pattern();
    ImmutableIntArray labels = pattern.operands().get(0);
    int[] summed = labels.stream().filter(pattern::isSummed).toArray();
    boolean plain =
        labels.stream().distinct().count() == labels.length()
            && ImmutableIntArray.copyOf(labels.stream().filter(label -> !pattern.isSummed(label)))
                .equals(pattern.result());
    return summed.length == 1 && plain
        ? argument(a.operand(0), UnaryFunction.EXP)
            .map(x -> Functions.logSumExp(x, labels.indexOf(summed[0])))
        : Optional.empty();
  }

  private static Optional<Expr> rootOfSquare(Expr a) {
    return a.primitive().equals(new Power(Rational.of(2)))
        ? Optional.of(Functions.abs(a.operand(0)))
        : Optional.empty();
  }

  private static Optional<Expr> logistic(Expr e) {
    return e.primitive().equals(BinaryFunction.DIVIDE) && e.operand(0).isFilledWith(Rational.ONE)
        ? onePlus(e.operand(1))
            .flatMap(s -> argument(s, UnaryFunction.EXP))
            .map(x -> spread(Functions.sigmoid(x.negate()), e))
        : Optional.empty();
  }

  private static Optional<Expr> logisticOfQuotient(Expr e) {
    if (!e.primitive().equals(BinaryFunction.DIVIDE)) {
      return Optional.empty();
    }
    Optional<Expr> above = argument(e.operand(0), UnaryFunction.EXP);
    Optional<Expr> below = onePlus(e.operand(1)).flatMap(s -> argument(s, UnaryFunction.EXP));
    return above.isPresent() && above.equals(below)
        ? above.map(x -> spread(Functions.sigmoid(x), e))
        : Optional.empty();
  }
}
