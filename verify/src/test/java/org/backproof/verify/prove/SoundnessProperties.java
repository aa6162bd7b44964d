package org.backproof.verify.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Derivative;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.tensor.Tensor;

/** Whatever is proved has the same values on both sides, at sizes and points that it never saw. */
class SoundnessProperties {
  private static final Prover PROVER = Prover.within(Duration.ofSeconds(2));
  private static final Evaluator<Tensor> EVALUATOR = Evaluator.doubles();

  @Property(tries = 150)
  void equalByLaws(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    Random random = new Random(seed);
    RandomExpressions expressions = new RandomExpressions(random);
    Expr e = expressions.scalar(depth);
    Statistics.collect(check(e, expressions.rewritten(e), random));
  }

  @Property(tries = 150)
  void gradientsEqualByLaws(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    Random random = new Random(seed);
    RandomExpressions expressions = new RandomExpressions(random);
    Expr e = expressions.scalar(depth);
    Expr by = RandomExpressions.VARIABLES.get(random.nextInt(6));
    Statistics.collect(
        check(
            Derivative.gradient(e, by),
            Differentiation.standard().gradient(expressions.rewritten(e), by),
            random));
  }

  @Property(tries = 150)
  void oneEditApart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
    Random random = new Random(seed);
    RandomExpressions expressions = new RandomExpressions(random);
    Expr e = expressions.scalar(depth);
    Expr by = RandomExpressions.VARIABLES.get(random.nextInt(6));
    boolean derivative = random.nextBoolean();
    Expr edited = expressions.edited(e);
    Statistics.collect(
        derivative
            ? check(Derivative.gradient(e, by), Derivative.gradient(edited, by), random)
            : check(e, edited, random));
  }

  private static String check(Expr left, Expr right, Random random) {
    Outcome outcome = PROVER.prove(new Equality(left, right));
    if (outcome instanceof Unproved) {
      return "unproved";
    }
    List<Expr> sides = Differentiation.standard().expand(ImmutableList.of(left, right));
    for (int i = 0; i < 6; i++) {
      Samples sample = Samples.draw(random);
      List<Tensor> values =
          EVALUATOR.values(sides, EVALUATOR.bind(sample.tensors(), sample.sizes()));
      double[] a = values.get(0).toArray();
      double[] b = values.get(1).toArray();
      for (int k = 0; k < a.length; k++) {
        if (Double.isFinite(a[k]) && Double.isFinite(b[k])) {
          assertThat(Math.abs(a[k] - b[k]))
              .as("%s against %s for %s = %s: %s", a[k], b[k], left, right, outcome)
              .isLessThanOrEqualTo(1e-7 * Math.max(1, Math.abs(a[k])));
        }
      }
    }
    return "proved";
  }
}
