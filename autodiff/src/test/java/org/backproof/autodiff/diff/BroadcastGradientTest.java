package org.backproof.autodiff.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.Dim;
import org.backproof.core.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient by an operand that was broadcast sums over the axes along which it was. */
class BroadcastGradientTest {
  private static final Dim M = Dim.named("m");
  private static final Dim N = Dim.named("n");
  private static final Tensor WEIGHTS = Tensor.matrix(new double[][] {{1, 2, 4}, {8, 16, 32}});

  static Stream<Arguments> operands() {
    return Stream.of(
        Arguments.of(Expr.variable("column", M, Dim.ONE), Tensor.of(new double[] {7, 56}, 2, 1)),
        Arguments.of(Expr.variable("row", Dim.ONE, N), Tensor.of(new double[] {9, 18, 36}, 1, 3)),
        Arguments.of(Expr.variable("vector", N), Tensor.vector(9, 18, 36)),
        Arguments.of(Expr.variable("one", Dim.ONE, Dim.ONE), Tensor.of(new double[] {63}, 1, 1)),
        Arguments.of(Expr.variable("single", Dim.ONE), Tensor.vector(63)),
        Arguments.of(Expr.variable("scalar"), Tensor.scalar(63)),
        Arguments.of(Expr.variable("matrix", M, N), WEIGHTS));
  }

  @ParameterizedTest
  @MethodSource("operands")
  void gradientHasTheOperandsShapeAndSumsOverTheRest(Expr operand, Tensor expected) {
    Expr weights = Expr.variable("W", M, N);
    Expr gradient = Differentiation.standard().gradient(weights.times(operand).sum(), operand);

    assertThat(gradient.shape()).isEqualTo(operand.shape());
    assertThat(Evaluator.doubles().value(gradient, values(weights))).isEqualTo(expected);
  }

  private static Bindings<Tensor> values(Expr weights) {
    return Evaluator.doubles().bind(Map.of(weights, WEIGHTS));
  }
}
