package org.backproof.verify.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.backproof.autodiff.expr.Derivative;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.LinearAlgebra;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions in text are the graphs that the Java API makes: equal graphs are one object. */
class ExpressionTest {
  private static final Dim M = Dim.named("m");
  private static final Dim N = Dim.named("n");
  private static final Expr A = Expr.variable("A", M, N);
  private static final Expr B = Expr.variable("B", M, N);
  private static final Expr W = Expr.variable("W", N, N);
  private static final Expr U = Expr.variable("u", M);
  private static final Expr V = Expr.variable("v", N);
  private static final Expr C = Expr.variable("c");
  private static final Expr T = Expr.variable("T3", M, N, N);
  private static final Expr Z = A.plus(B).named("z");
  private static final Expr J = Functions.sum(Functions.exp(Z)).named("J");
  private static final Expr ONE = Expr.literal(1);

  private static Expr number(long numerator, long denominator) {
    return Expr.literal(Rational.of(numerator, denominator));
  }

  private static Arguments text(String text, Expr meaning) {
    return Arguments.of(text, meaning);
  }

  static Stream<Arguments> numbersAndSizes() {
    return Stream.of(
        text("2", Expr.literal(2)),
        text("0.1", number(1, 10)),
        text(".5", number(1, 2)),
        text("1e-3", number(1, 1000)),
        text("2.5E2", Expr.literal(250)),
        text("-1", Expr.literal(-1)),
        text("1/2", number(1, 2)),
        text("-1/2", number(-1, 2)),
        text("m", Expr.size(M)),
        text("n + 1", Expr.size(N.plus(1))),
        text("1/m", ONE.dividedBy(Expr.size(M))),
        text("-1/m", Expr.literal(-1).dividedBy(Expr.size(M))),
        text("c / (2*m)", C.dividedBy(Expr.size(M.times(2)))));
  }

  static Stream<Arguments> precedence() {
    return Stream.of(
        text("A + B * c", A.plus(B.times(C))),
        text("(A + B) * c", A.plus(B).times(C)),
        text("A - B - c", A.minus(B).minus(C)),
        text("A - (B - c)", A.minus(B.minus(C))),
        text("A / B / c", A.dividedBy(B).dividedBy(C)),
        text("A / B * c", A.dividedBy(B).times(C)),
        text("c * A @ W", C.times(A).matmul(W)),
        text("A @ W * c", A.matmul(W).times(C)),
        text("A @ W @ v", A.matmul(W).matmul(V)),
        text("-A ** 2", A.pow(2).negate()),
        text("(-A) ** 2", A.negate().pow(2)),
        text("-A * B", A.negate().times(B)),
        text("-A @ W", A.negate().matmul(W)),
        text("- -A", A.negate().negate()),
        text("+A", A),
        text("A ** -1", A.pow(-1)),
        text("A ** 2 ** 3", A.pow(8)),
        text("A ** (1/2)", A.pow(Rational.of(1, 2))),
        text("A ** c ** 2", A.pow(C.pow(2))),
        text("2 ** c", Expr.literal(2).pow(C)),
        text("A.T ** 2", A.transpose().pow(2)),
        text("A ** 2 @ W", A.pow(2).matmul(W)),
        text("c - A ** 2 / B", C.minus(A.pow(2).dividedBy(B))),
        text("A < B + 1", Functions.less(A, B.plus(ONE))),
        text("A if c > 0 else B", Functions.select(Functions.less(Expr.literal(0), C), A, B)),
        text(
            "A if c > 0 else B if c < 0 else 0",
            Functions.select(
                Functions.less(Expr.literal(0), C),
                A,
                Functions.select(Functions.less(C, Expr.literal(0)), B, Expr.literal(0)))));
  }

  static Stream<Arguments> spellings() {
    return Stream.of(
        text("A ^ 2", A.pow(2)),
        text("A ⊙ B", A.times(B)),
        text("A ∘ B", A.times(B)),
        text("Aᵀ", A.transpose()),
        text("A.T", A.transpose()),
        text("(A + B)ᵀ", A.plus(B).transpose()),
        text("A − B", A.minus(B)),
        text("∂J/∂A", Derivative.gradient(J, A)),
        text("∂J/∂z * c", Derivative.gradient(J, Z).times(C)),
        text("∂(c * J)/∂A", Derivative.gradient(C.times(J), A)),
        text("sigmoid′(A)", Functions.sigmoid(A).times(Functions.sigmoid(A.negate()))),
        text("Σ(i < m: u[i])", Functions.sum(U)),
        text("∑(i < m: u[i])", Functions.sum(U)),
        text("A  # a comment\n  + B  # and another", A.plus(B)),
        text("(A\n+ B)", A.plus(B)));
  }

  static Stream<Arguments> comparisons() {
    return Stream.of(
        text("A < B", Functions.less(A, B)),
        text("A <= B", Functions.lessOrEqual(A, B)),
        text("A ≤ B", Functions.lessOrEqual(A, B)),
        text("A > B", Functions.less(B, A)),
        text("A >= B", Functions.lessOrEqual(B, A)),
        text("A ≥ B", Functions.lessOrEqual(B, A)),
        text("A == B", Functions.equal(A, B)),
        text("A != B", Functions.notEqual(A, B)),
        text("A ≠ B", Functions.notEqual(A, B)),
        text("0 < A <= 1", Functions.less(Expr.literal(0), A).times(Functions.lessOrEqual(A, ONE))),
        text("A if A > 0 else c", Functions.select(Functions.less(Expr.literal(0), A), A, C)));
  }

  static Stream<Arguments> products() {
    return Stream.of(
        text("A @ W", A.matmul(W)),
        text("A @ v", A.matmul(V)),
        text("u @ A", U.matmul(A)),
        text("v @ v", V.matmul(V)),
        text("v.T", V),
        text("T3.T", LinearAlgebra.transpose(T)),
        text("outer(u, v)", LinearAlgebra.outer(U, V)),
        text("dot(v, v)", LinearAlgebra.dot(V, V)),
        text("diag(v)", LinearAlgebra.diag(V)),
        text("diag(W)", LinearAlgebra.diag(W)),
        text("trace(W)", LinearAlgebra.trace(W)),
        text("norm(v)", LinearAlgebra.norm(V)),
        text("norm(A)", LinearAlgebra.norm(A)),
        text("inv(W)", LinearAlgebra.inverse(W)),
        text("det(W)", LinearAlgebra.determinant(W)),
        text("logdet(W)", LinearAlgebra.logDeterminant(W)),
        text("cofactor(W)", LinearAlgebra.cofactor(W)));
  }

  static Stream<Arguments> structure() {
    return Stream.of(
        text("ones(m, n)", Structure.ones(M, N)),
        text("zeros(n + 1)", Structure.zeros(N.plus(1))),
        text("eye(n)", LinearAlgebra.eye(N)),
        text("hstack(A, B)", Structure.hstack(A, B)),
        text("hstack(ones(m, 1), A)", Structure.hstack(Structure.ones(M, Dim.ONE), A)),
        text("hstack(u, v)", Structure.hstack(U, V)),
        text("hstack(1, v)", Structure.hstack(Structure.ones(Dim.ONE), V)),
        text("vstack(A, B)", Structure.vstack(A, B)),
        text("vstack(v, A)", Structure.vstack(V, A)),
        text("A[:, 1:]", Structure.slice(A, 1, Dim.ONE, N)),
        text("A[0:1]", Structure.slice(A, 0, Dim.ZERO, Dim.ONE)),
        text("A[:, :-1]", Structure.slice(A, 1, Dim.ZERO, N.minus(1))),
        text("A[:, -1:]", Structure.slice(A, 1, N.minus(1), N)),
        text("A[:, :n]", A),
        text("A[:]", A),
        text("A[0]", Structure.at(A, 0, Dim.ZERO)),
        text("A[m - 1]", Structure.at(A, 0, M.minus(1))),
        text("A[:, -1]", Structure.at(A, 1, N.minus(1))),
        text("A[0, 0]", Structure.at(Structure.at(A, 0, Dim.ZERO), 0, Dim.ZERO)),
        text(
            "A[1:, :-1]",
            Structure.slice(Structure.slice(A, 0, Dim.ONE, M), 1, Dim.ZERO, N.minus(1))));
  }

  static Stream<Arguments> reductions() {
    return Stream.of(
        text("sum(A)", Functions.sum(A)),
        text("sum(A, axis=0)", Functions.sum(A, 0)),
        text("sum(A, axis=-1)", Functions.sum(A, 1)),
        text("sum(A, axis=1, keepdims=True)", Structure.insertAxes(Functions.sum(A, 1), 1)),
        text("sum(A, axis=1, keepdims=False)", Functions.sum(A, 1)),
        text("sum(A, keepdims=True)", Structure.insertAxes(Functions.sum(A), 0, 1)),
        text("sum(c)", C),
        text("mean(A)", Functions.mean(A)),
        text("mean(A, axis=1)", Functions.mean(A, 1)),
        text("max(A)", Functions.max(A)),
        text("max(A, axis=0)", Functions.max(A, 0)),
        text("min(A, axis=0)", Functions.min(A, 0)),
        text("prod(v)", Functions.prod(V)),
        text("maximum(A, B)", Functions.max(A, B)),
        text("minimum(A, 0)", Functions.min(A, Expr.literal(0))),
        text("softmax(A, axis=1)", Functions.softmax(A, 1)),
        text("softmax(v)", Functions.softmax(V, 0)),
        text("logsumexp(A, axis=1)", Functions.logSumExp(A, 1)),
        text(
            "logsumexp(A, axis=1, keepdims=True)",
            Structure.insertAxes(Functions.logSumExp(A, 1), 1)));
  }

  static Stream<Arguments> scalarFunctions() {
    return Stream.of(
        text("exp(A)", Functions.exp(A)),
        text("log(A)", Functions.log(A)),
        text("log1p(A)", Functions.log1p(A)),
        text("expm1(A)", Functions.expm1(A)),
        text("sigmoid(A)", Functions.sigmoid(A)),
        text("softplus(A)", Functions.softplus(A)),
        text("tanh(A)", Functions.tanh(A)),
        text("relu(A)", Functions.relu(A)),
        text("sqrt(A)", Functions.sqrt(A)),
        text("abs(A)", Functions.abs(A)),
        text("sin(A)", Functions.sin(A)),
        text("cos(A)", Functions.cos(A)),
        text("sign(A)", Functions.sign(A)),
        text("step(A)", Functions.step(A)),
        text("relu'(A)", Functions.step(A)),
        text("exp'(A)", Functions.exp(A)),
        text("sin'(A)", Functions.cos(A)),
        text("sign'(A)", Structure.zeros(M, N)),
        text("log'(A)", ONE.dividedBy(A)));
  }

  static Stream<Arguments> derivatives() {
    return Stream.of(
        text("grad(J, A)", Derivative.gradient(J, A)),
        text("grad(J, z)", Derivative.gradient(J, Z)),
        text("grad(J, A)[0]", Structure.at(Derivative.gradient(J, A), 0, Dim.ZERO)),
        text("hess(J, A) @ B", Derivative.jvp(Derivative.gradient(J, A), A, B)),
        text("jvp(z, A, B)", Derivative.jvp(Z, A, B)),
        text("vjp(z, A, B)", Derivative.vjp(Z, A, B)),
        text(
            "grad(dot(v, grad(J * dot(v, v), v)), A)",
            Derivative.gradient(
                LinearAlgebra.dot(V, Derivative.gradient(J.times(LinearAlgebra.dot(V, V)), V)),
                A)));
  }

  static Stream<Arguments> sumsOverIndices() {
    return Stream.of(
        text("sum(i < m: sum(j < n: A[i, j]))", Functions.sum(Functions.sum(A, 1))),
        text("sum(i < m, j < n: A[i, j])", Functions.sum(A)),
        text("sum(i < n: W[i, i])", Functions.sum(LinearAlgebra.diag(W))),
        text("sum(i < n: v[i] * v[i])", V.matmul(V)),
        text("sum(i < m: A[i])", Functions.sum(A, 0)),
        text("sum(i < m: A[i, :])", Functions.sum(A, 0)),
        text("sum(i < m: c * u[i])", C.times(Functions.sum(U))),
        text("sum(i < m: c)", Expr.size(M).times(C)),
        text("sum(i < m: u[i] / c - u[i])", U.sum().dividedBy(C).minus(U.sum())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "numbersAndSizes",
    "precedence",
    "spellings",
    "comparisons",
    "products",
    "structure",
    "reductions",
    "scalarFunctions",
    "derivatives",
    "sumsOverIndices"
  })
  void meansTheGraph(String text, Expr meaning) {
    assertThat(Formula.parse(text, A, B, W, U, V, C, T, Z, J)).isSameAs(meaning);
  }
}
