package org.backproof.verify.arbitrary;

import static org.backproof.autodiff.expr.BinaryFunction.EQUAL;
import static org.backproof.autodiff.expr.BinaryFunction.LESS;
import static org.backproof.autodiff.expr.BinaryFunction.LESS_OR_EQUAL;
import static org.backproof.autodiff.expr.BinaryFunction.MAX;
import static org.backproof.autodiff.expr.BinaryFunction.MIN;
import static org.backproof.autodiff.expr.BinaryFunction.NOT_EQUAL;
import static org.backproof.autodiff.expr.UnaryFunction.ABS;
import static org.backproof.autodiff.expr.UnaryFunction.RELU;
import static org.backproof.autodiff.expr.UnaryFunction.SIGN;
import static org.backproof.autodiff.expr.UnaryFunction.STEP;
import static org.backproof.verify.arbitrary.StructureOperations.axis;
import static org.backproof.verify.arbitrary.StructureOperations.withAxis;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.UnaryFunction;
import org.backproof.verify.arbitrary.Operations.Operation;

/** Functions with kinks and jumps: comparisons, maxima, choices by them. */
final class KinkOperations {
  private static final List<UnaryFunction> UNARY = List.of(RELU, ABS, STEP, SIGN);
  private static final List<BinaryFunction> LARGER_OR_SMALLER = List.of(MAX, MIN);
  private static final List<BinaryFunction> COMPARISONS =
      List.of(LESS, LESS_OR_EQUAL, EQUAL, NOT_EQUAL);

  static final ImmutableList<Operation> ALL =
      ImmutableList.of(
          (o, choices) -> unary(o.first(), choices),
          KinkOperations::largerOrSmaller,
          KinkOperations::compare,
          KinkOperations::select,
          (o, choices) -> max(withAxis(o.first()), choices),
          (o, choices) -> clamp(o.first()));

  private KinkOperations() {}

  private static Part unary(Part x, Choices choices) {
    return new Part(Expr.of(choices.of(UNARY), x.expr()), x.bound() + 1);
  }

  private static Part largerOrSmaller(Operands o, Choices choices) {
    return new Part(
        Expr.of(choices.of(LARGER_OR_SMALLER), o.first().expr(), o.second().expr()),
        Math.max(o.first().bound(), o.second().bound()));
  }

  private static Part compare(Operands o, Choices choices) {
    Expr truth = Expr.of(choices.of(COMPARISONS), o.first().expr(), o.second().expr());
    return new Part(truth.times(o.first().expr()), o.first().bound());
  }

  private static Part select(Operands o, Choices choices) {
    Expr condition = Expr.of(choices.of(COMPARISONS), o.first().expr(), Expr.literal(1));
    return new Part(
        Functions.select(condition, o.first().expr(), o.second().expr()),
        Math.max(o.first().bound(), o.second().bound()));
  }

  private static Part max(Part x, Choices choices) {
    Expr largest =
        choices.below(2) == 0 ? Functions.max(x.expr(), axis(x, choices)) : Functions.max(x.expr());
    return new Part(largest, x.bound());
  }

  private static Part clamp(Part x) {
    return new Part(Functions.clamp(x.expr(), Expr.literal(-1), Expr.literal(2)), x.bound() + 2);
  }
}
