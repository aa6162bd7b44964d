package org.backproof.autodiff.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.number.DoubleNumbers;
import org.backproof.core.number.Dual;
import org.backproof.core.number.DualNumbers;
import org.backproof.core.shape.Dim;
import org.backproof.core.tensor.NumberTensor;
import org.backproof.core.tensor.Tensor;

class StabilizationProperties {
  private static final Dim M = Dim.named("m");
  private static final Dim N = Dim.named("n");
  private static final Expr X = Expr.variable("x", M, N);
  private static final Expr ONE = Expr.literal(1);
  private static final Evaluator<Tensor> DOUBLES = Evaluator.doubles();

  /**
   * The left side of each rule, in the rules' order, with the operands in normal form as the rule
   * wants them.
   */
  private static final List<Expr> LEFT_SIDES =
      List.of(
          Functions.log(Functions.sigmoid(X)),
          Functions.log(ONE.minus(Functions.sigmoid(X).named("a"))),
          Functions.log(Functions.exp(X)),
          Functions.log(Functions.softmax(X, 1).named("a")),
          Functions.log(Functions.exp(X).sum(1)),
          Functions.log(ONE.plus(X.pow(2))),
          Functions.log1p(Functions.exp(X)),
          Functions.sqrt(X.pow(2)),
          ONE.minus(Functions.sigmoid(X)),
          Functions.exp(X).minus(ONE),
          ONE.dividedBy(ONE.plus(Functions.exp(X))),
          Functions.exp(X).dividedBy(Functions.exp(X).plus(ONE)));

  @Provide
  Arbitrary<Integer> rules() {
    return Arbitraries.integers().between(0, Stabilization.RULES.size() - 1);
  }

  /**
   * Each rule fires on its left side and keeps its shape, its value, and its derivative by dual
   * numbers.
   */
  @Property(tries = 400, seed = "12")
  void everyRuleKeepsValueAndDerivative(
      @ForAll("rules") int rule,
      @ForAll @IntRange(min = 1, max = 3) int rows,
      @ForAll @Size(3) List<@DoubleRange(min = -4, max = 4) Double> entries) {
    Expr left = LEFT_SIDES.get(rule);
    Optional<Expr> right = Stabilization.RULES.get(rule).apply(left);
    assertThat(right).as(Stabilization.RULES.get(rule).name()).isPresent();
    assertThat(right.get().shape()).isEqualTo(left.shape());
    Tensor x = Tensor.generate(index -> entries.get(index[1]) + 0.1 * index[0] + 0.03, rows, 3);
    // At 0 the square root of a square has a kink, and no derivative to be kept.
    Assume.that(x.stream().allMatch(entry -> Math.abs(entry) > 1e-9));
    DualNumbers<Double> dual = DualNumbers.over(DoubleNumbers.INSTANCE);
    NumberTensor<Dual<Double>> point =
        NumberTensor.of(
            x.stream().mapToObj(entry -> new Dual<>(entry, 1.0 + entry / 8)).toList(), rows, 3);
    Evaluator<NumberTensor<Dual<Double>>> evaluator = Evaluator.over(dual);
    Bindings<NumberTensor<Dual<Double>>> bindings = evaluator.bind(Map.of(X, point));
    List<NumberTensor<Dual<Double>>> sides = evaluator.values(List.of(left, right.get()), bindings);
    for (int i = 0; i < sides.get(0).length(); i++) {
      Dual<Double> a = sides.get(0).entry(i);
      Dual<Double> b = sides.get(1).entry(i);
      // Arguments are below 5 in size, so no value above is larger than e^5 or cancels by more than
      // that.
      double allowed = 0x1p-52 * 16 * Math.exp(5);
      assertThat(Math.abs(a.primal() - b.primal())).isLessThanOrEqualTo(allowed);
      assertThat(Math.abs(a.tangent() - b.tangent())).isLessThanOrEqualTo(allowed);
    }
  }

  /**
   * The cost of the course, written as it is in the book, has a right value and gradient where the
   * sigmoid saturates.
   */
  @Property(tries = 100, seed = "13")
  void theCrossEntropyIsRightWhereTheSigmoidSaturates(
      @ForAll @DoubleRange(min = -800, max = 800) double z, @ForAll boolean target) {
    Expr logit = Expr.variable("z");
    Expr y = Expr.literal(target ? 1 : 0);
    Expr a = Functions.sigmoid(logit.named("zL")).named("aL");
    Expr asWritten =
        y.times(Functions.log(a)).plus(ONE.minus(y).times(Functions.log(ONE.minus(a)))).negate();
    Expr cost = Rewriter.stabilization().rewrite(asWritten);
    Bindings<Tensor> at = DOUBLES.bind(Map.of(logit, Tensor.scalar(z)));

    double value = DOUBLES.value(cost, at).toScalar();
    double slope = DOUBLES.value(Differentiation.standard().gradient(cost, logit), at).toScalar();

    double towards = target ? -z : z;
    double expected = Math.max(towards, 0) + Math.log1p(Math.exp(-Math.abs(towards)));
    double expectedSlope = (target ? -1 : 1) / (1 + Math.exp(-towards));
    assertThat(Math.abs(value - expected)).isLessThanOrEqualTo(8 * Math.ulp(expected));
    assertThat(Math.abs(slope - expectedSlope)).isLessThanOrEqualTo(8 * Math.ulp(expectedSlope));
  }

  @Example
  void aSumAlongTwoAxesIsNoSumAlongOne() {
    Expr both = Functions.log(Functions.exp(X).sum());

    assertThat(Rewriter.stabilization().rewrite(both)).isEqualTo(both);
  }

  @Example
  void onesOfALargerShapeKeepTheShape() {
    Expr small = Functions.sigmoid(Expr.variable("c"));
    Expr wide = Structure.ones(M, N).minus(small);

    assertThat(Rewriter.stabilization().rewrite(wide).shape()).isEqualTo(wide.shape());
  }
}
