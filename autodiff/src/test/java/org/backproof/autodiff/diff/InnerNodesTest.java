package org.backproof.autodiff.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.Dim;
import org.backproof.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Derivatives of derivatives by inner nodes whose operands a rewriting would simplify. */
class InnerNodesTest {
  private static final Differentiation DIFFERENTIATION = Differentiation.standard();
  private static final Evaluator<Tensor> DOUBLES = Evaluator.doubles();

  private static final Expr X = Expr.variable("x", Dim.named("n"));
  private static final Expr V = Expr.variable("v", Dim.named("n"));
  private static final Expr UNNAMED = X.times(1);
  private static final Expr NAMED = UNNAMED.named("z");

  private static final Tensor AT = Tensor.vector(1, 2, 3);
  private static final Tensor DIRECTION = Tensor.vector(1, 10, 100);

  @Test
  void aGradientIsDifferentiatedAgainByANamedNode() {
    Expr gradient = DIFFERENTIATION.gradient(cubes(NAMED), NAMED);
    Expr again = DIFFERENTIATION.gradient(gradient.times(V).sum(), NAMED);
    assertThat(value(again)).isEqualTo(Tensor.vector(6, 120, 1800));
  }

  @Test
  void aGradientIsMovedByANamedNode() {
    Expr gradient = DIFFERENTIATION.gradient(cubes(NAMED), NAMED);
    Expr moved = DIFFERENTIATION.jvp(gradient, ImmutableMap.of(NAMED, V));
    assertThat(value(moved)).isEqualTo(Tensor.vector(6, 120, 1800));
  }

  @Test
  void aGradientByAVariableIsDifferentiatedAgainByANamedNode() {
    Expr gradient = DIFFERENTIATION.gradient(cubes(NAMED), X);
    Expr again = DIFFERENTIATION.gradient(gradient.times(V).sum(), NAMED);
    assertThat(value(again)).isEqualTo(Tensor.vector(6, 120, 1800));
  }

  @Test
  void aHessianIsTakenByAnUnnamedNode() {
    ImmutableList<Expr> products =
        DIFFERENTIATION.hessianVectorProducts(
            cubes(UNNAMED), ImmutableList.of(UNNAMED), ImmutableList.of(V));
    assertThat(value(products.get(0))).isEqualTo(Tensor.vector(6, 120, 1800));
  }

  private static Expr cubes(Expr z) {
    return z.pow(3).sum();
  }

  private static Tensor value(Expr e) {
    return DOUBLES.value(e, DOUBLES.bind(ImmutableMap.of(X, AT, V, DIRECTION)));
  }
}
