package org.backproof.autodiff.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.ExprGraph;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.LinearAlgebra;
import org.backproof.autodiff.expr.Slice;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimplificationTest {
  private static final Dim M = Dim.named("m");
  private static final Dim N = Dim.named("n");
  private static final Expr S = Expr.variable("s");
  private static final Expr K = Expr.variable("k");
  private static final Expr U = Expr.variable("u", N);
  private static final Expr V = Expr.variable("v", N);
  private static final Expr A = Expr.variable("A", M, N);
  private static final Expr B = Expr.variable("B", M, N);
  private static final Expr C = Expr.variable("C", N, N);

  /** What was written, and what comes of it. */
  private record Example(Expr before, Expr after) {}

  private static Example example(Expr before, Expr after) {
    return new Example(before, after);
  }

  /** For each rule that is no identity examples at whose root it applies. */
  private static final ImmutableListMultimap<String, Example> EXAMPLES =
      ImmutableListMultimap.<String, Example>builder()
          .put("1 + 2 = 3", example(Expr.literal(1).plus(Expr.literal(2)), Expr.literal(3)))
          .put("x if 1 else y = x", example(Functions.select(Expr.literal(1), U, V), U))
          .put(
              "f(spread(x)) = spread(f(x))",
              example(Structure.spread(S, A.shape()).times(A), S.times(A)))
          .put("c x^a * d x^b = (c d) x^(a + b)", example(U.times(2).times(U), U.pow(2).times(2)))
          .put("c x + d x = (c + d) x", example(U.times(2).plus(U.times(3)), U.times(5)))
          .put(
              "k x + k y = k (x + y), k a scalar",
              example(K.times(U).plus(K.times(V)), K.times(U.plus(V))))
          .put(
              "f (x/f + y) = x + f y",
              example(U.times(V.dividedBy(U).minus(S)), V.minus(S.times(U))))
          .put("x * 2 = 2 * x", example(U.times(Expr.literal(2)), U.times(2)))
          .put("-2 * x = -(2 * x)", example(U.times(-2), U.times(2).negate()))
          .put("(-x)^3 = -(x^3)", example(U.negate().pow(3), U.pow(3).negate()))
          .put("sum(k x) = k sum(x), k a scalar", example(K.times(U).sum(), K.times(U.sum())))
          .put(
              "stack(k x, k y) = k stack(x, y), k a scalar",
              example(
                  Structure.hstack(Structure.zeros(M, Dim.ONE), K.times(A)),
                  K.times(Structure.hstack(Structure.zeros(M, Dim.ONE), A))))
          .put("x[i, j] = x", example(Expr.of(Contraction.of("ij->ij"), A), A))
          .put("sum(0 * y) = 0", example(A.matmul(Structure.zeros(N, N)), Structure.zeros(M, N)))
          .put(
              "sum(c * x) = c * sum(x), c a number",
              example(
                  Expr.of(Contraction.of(",ij->i"), S, A),
                  S.times(Expr.of(Contraction.of("ij->i"), A))))
          .put(
              "sum(y * sum(x)) = sum(y * x)",
              example(A.transpose().transpose(), Expr.of(Contraction.of("ij->ij"), A)))
          .put(
              "sum((x * y)) = sum(x * y)",
              example(A.times(B).sum(), Expr.of(Contraction.of("ij,ij->"), A, B)))
          .put(
              "sum-free x * y = x * y entry by entry",
              example(Expr.of(Contraction.of("ij,ij->ij"), A, B), A.times(B)))
          .put(
              "operands in the order of the result",
              example(Expr.of(Contraction.of("jk,ij->ik"), C, A), A.matmul(C)))
          .put("x[:] = x", example(wholeSlice(), A))
          .put(
              "spread(c)[a:b] = spread(c)",
              example(
                  Structure.slice(Structure.spread(S, A.shape()), 1, Dim.ONE, N),
                  Structure.spread(S, A.shape().withDim(1, N.minus(1)))))
          .put(
              "x[a:b][c:d] = x[a+c:a+d]",
              example(
                  Structure.slice(Structure.slice(A, 1, Dim.ONE, N), 1, Dim.ONE, N.minus(1)),
                  Structure.slice(A, 1, Dim.of(2), N)))
          .put(
              "stack(x, y)[within x] = x[...]",
              example(
                  Structure.slice(
                      Structure.hstack(Structure.ones(M, Dim.ONE), A), 1, Dim.ONE, N.plus(1)),
                  wholeSlice()))
          .put(
              "stack(stack(x, y), z) = stack(x, y, z)",
              example(Structure.hstack(Structure.hstack(A, B), A), Structure.hstack(A, B, A)))
          .put(
              "stack(x[:a], x[a:]) = x",
              example(
                  Structure.hstack(
                      Structure.slice(A, 1, Dim.ZERO, Dim.ONE), Structure.slice(A, 1, Dim.ONE, N)),
                  wholeSlice()))
          .put(
              "stack(0, y) + stack(x, 0) = stack(x, y)",
              example(
                  Structure.hstack(A, Structure.zeros(M, N))
                      .plus(Structure.hstack(Structure.zeros(M, N), B)),
                  Structure.hstack(A, B)))
          .put(
              "x[0, 1, ..., n-1] = x",
              example(
                  Structure.gather(Expr.variable("w", Dim.of(2)), 0, 0, 1),
                  Expr.variable("w", Dim.of(2))))
          .put(
              "x[i][j] = x[i[j]]",
              example(
                  Structure.gather(Structure.gather(A, 1, 3, 0, 2), 1, 1, 2),
                  Structure.gather(A, 1, 0, 2)))
          .build();

  private static Expr wholeSlice() {
    return Expr.of(new Slice(ImmutableList.of(Dim.ZERO, Dim.ZERO), ImmutableList.of(M, N)), A);
  }

  static Stream<RewriteRule> rules() {
    return Rewriter.simplification().rules().stream().filter(rule -> !(rule instanceof Identity));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void eachRuleRewritesItsExamples(RewriteRule rule) {
    assertThat(EXAMPLES.get(rule.name())).isNotEmpty();
    for (Example example : EXAMPLES.get(rule.name())) {
      assertThat(rule.apply(example.before())).as(rule.name()).contains(example.after());
    }
  }

  @Test
  void namesOfRulesDiffer() {
    assertThat(Rewriter.simplification().rules().stream().map(RewriteRule::name))
        .doesNotHaveDuplicates();
  }

  @Test
  void aNumberThatNobodyWouldWriteOutIsNotFolded() {
    Expr huge = Expr.literal(2).pow(1000);
    assertThat(simplified(huge)).isEqualTo(huge);
  }

  @Test
  void signsOfPowersGoByTheirParity() {
    assertThat(simplified(U.negate().pow(2))).isEqualTo(U.pow(2));
    assertThat(simplified(U.negate().pow(3))).isEqualTo(U.pow(3).negate());
    assertThat(simplified(U.negate().pow(-1).times(U.pow(3)))).isEqualTo(U.pow(2).negate());
    assertThat(Product.of(U.negate().pow(3)).coefficient()).isEqualTo(Rational.of(-1));
    assertThat(Product.of(U.negate().pow(2)).coefficient()).isEqualTo(Rational.ONE);
  }

  @Test
  void whatIsSummedOverWithoutStandingAnywhereCountsItsSize() {
    Expr sizes = Expr.size(M).times(Expr.size(N));
    assertThat(simplified(Structure.spread(S, A.shape()).sum())).isEqualTo(sizes.times(S));
    assertThat(simplified(Structure.ones(M).matmul(Structure.ones(M, N))))
        .isEqualTo(Structure.spread(Expr.size(M), U.shape()));
  }

  @Test
  void aQuotientByZeroStays() {
    Expr quotient = Expr.literal(1).dividedBy(Expr.literal(0));
    assertThat(simplified(quotient)).isEqualTo(quotient);
  }

  @Test
  void powersByOtherFractionsAreNotMerged() {
    Expr cubeRoot = S.pow(Rational.of(1, 3));
    Expr twoThirds = S.pow(Rational.of(2, 3));
    assertThat(simplified(cubeRoot.times(twoThirds))).isEqualTo(cubeRoot.times(twoThirds));
  }

  @Test
  void aMaskStaysAroundWhatItMasks() {
    Expr masked = Functions.select(Functions.less(Expr.literal(0), U), V, Expr.literal(0));
    Expr product = masked.times(U.reciprocal());
    assertThat(simplified(product).operands()).contains(masked);
  }

  @Test
  void aScalarThatMayBeInfiniteIsNotPulledPastZeros() {
    Expr stack = Structure.hstack(Structure.zeros(M, Dim.ONE), A.dividedBy(S));
    Expr diagonal = LinearAlgebra.diag(U.dividedBy(S));
    assertThat(simplified(stack)).isEqualTo(stack);
    assertThat(simplified(diagonal)).isEqualTo(diagonal);
  }

  @Test
  void namedNodesAreLeftOnRequestAndSeenThroughOtherwise() {
    Expr named = U.times(1).named("z");
    Expr quotient = named.dividedBy(named);
    Expr sum = named.plus(Expr.literal(0));
    assertThat(simplified(quotient)).isEqualTo(Structure.ones(N));
    assertThat(Rewriter.simplification().leaving(named::equals).rewrite(sum)).isEqualTo(named);
  }

  @Test
  void longChainsAreRewritten() {
    assertThat(size(simplified(chain(100_000, e -> Functions.tanh(e))))).isEqualTo(100_001);
    assertThat(simplified(chain(100_000, Expr::negate))).isEqualTo(U);
    assertThat(simplified(chain(5_000, e -> e.plus(U)))).isEqualTo(U.times(5_001));
  }

  private static Expr chain(int length, UnaryOperator<Expr> step) {
    Expr e = U;
    for (int i = 0; i < length; i++) {
      e = step.apply(e);
    }
    return e;
  }

  private static int size(Expr e) {
    return ExprGraph.postOrder(ImmutableList.of(e)).size();
  }

  private static Expr simplified(Expr e) {
    return Rewriter.simplification().rewrite(e);
  }
}
