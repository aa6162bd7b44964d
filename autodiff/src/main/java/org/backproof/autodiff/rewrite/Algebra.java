package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.LinearAlgebra;
import org.backproof.core.shape.Dim;

/** Identities of arithmetic, of functions of one number, and of choices. */
final class Algebra {
  private static final Expr X = Expr.variable("x");
  private static final Expr Y = Expr.variable("y");
  private static final Expr Z = Expr.variable("z");
  private static final Expr C = Expr.variable("c");
  private static final Expr ZERO = Expr.literal(0);
  private static final Expr ONE = Expr.literal(1);

  static final ImmutableList<RewriteRule> NEUTRAL =
      ImmutableList.of(
          Identity.of("x + 0 = x", X.plus(ZERO), X),
          Identity.of("x - 0 = x", X.minus(ZERO), X),
          Identity.of("0 - x = -x", ZERO.minus(X), X.negate()),
          Identity.of("x - x = 0", X.minus(X), ZERO),
          Identity.of("0 * x = 0", ZERO.times(X), ZERO),
          Identity.of("0 / x = 0", ZERO.dividedBy(X), ZERO),
          Identity.of("1 * x = x", ONE.times(X), X),
          Identity.of("x / 1 = x", X.dividedBy(ONE), X),
          Identity.of("x / x = 1", X.dividedBy(X), ONE));

  static final ImmutableList<RewriteRule> SIGNS =
      ImmutableList.of(
          Identity.of("-(-x) = x", X.negate().negate(), X),
          Identity.of("-(x - y) = y - x", X.minus(Y).negate(), Y.minus(X)),
          Identity.of("x + (-y) = x - y", X.plus(Y.negate()), X.minus(Y)),
          Identity.of("x - (-y) = x + y", X.minus(Y.negate()), X.plus(Y)),
          Identity.of("(-x) - y = -(x + y)", X.negate().minus(Y), X.plus(Y).negate()),
          Identity.of("(-x) * y = -(x * y)", X.negate().times(Y), X.times(Y).negate()),
          Identity.of("(-x) / y = -(x / y)", X.negate().dividedBy(Y), X.dividedBy(Y).negate()),
          Identity.of("x / (-y) = -(x / y)", X.dividedBy(Y.negate()), X.dividedBy(Y).negate()),
          Identity.of("sin(-x) = -sin(x)", Functions.sin(X.negate()), Functions.sin(X).negate()),
          Identity.of(
              "tanh(-x) = -tanh(x)", Functions.tanh(X.negate()), Functions.tanh(X).negate()),
          Identity.of(
              "sign(-x) = -sign(x)", Functions.sign(X.negate()), Functions.sign(X).negate()),
          Identity.of("cos(-x) = cos(x)", Functions.cos(X.negate()), Functions.cos(X)),
          Identity.of("abs(-x) = abs(x)", Functions.abs(X.negate()), Functions.abs(X)));

  static final ImmutableList<RewriteRule> FUNCTIONS =
      ImmutableList.of(
          Identity.of("log(exp(x)) = x", Functions.log(Functions.exp(X)), X),
          Identity.of("exp(log(x)) = x", Functions.exp(Functions.log(X)), X),
          Identity.of("log1p(expm1(x)) = x", Functions.log1p(Functions.expm1(X)), X),
          Identity.of("expm1(log1p(x)) = x", Functions.expm1(Functions.log1p(X)), X),
          Identity.of("abs(abs(x)) = abs(x)", Functions.abs(Functions.abs(X)), Functions.abs(X)),
          Identity.of(
              "abs(relu(x)) = relu(x)", Functions.abs(Functions.relu(X)), Functions.relu(X)),
          Identity.of("relu(abs(x)) = abs(x)", Functions.relu(Functions.abs(X)), Functions.abs(X)),
          Identity.of(
              "relu(relu(x)) = relu(x)", Functions.relu(Functions.relu(X)), Functions.relu(X)),
          Identity.of("max(x, x) = x", Functions.max(X, X), X),
          Identity.of("min(x, x) = x", Functions.min(X, X), X),
          Identity.of(
              "inv(inv(A)) = A", LinearAlgebra.inverse(LinearAlgebra.inverse(matrix())), matrix()));

  static final ImmutableList<RewriteRule> CHOICES =
      ImmutableList.of(
          Identity.of("x if c else x = x", Functions.select(C, X, X), X),
          Identity.of(
              "(x if c else y) if c else z = x if c else z",
              Functions.select(C, Functions.select(C, X, Y), Z),
              Functions.select(C, X, Z)),
          Identity.of(
              "x if c else (y if c else z) = x if c else z",
              Functions.select(C, X, Functions.select(C, Y, Z)),
              Functions.select(C, X, Z)));

  private Algebra() {}

  private static Expr matrix() {
    return Expr.variable("A", Dim.named("n"), Dim.named("n"));
  }
}
