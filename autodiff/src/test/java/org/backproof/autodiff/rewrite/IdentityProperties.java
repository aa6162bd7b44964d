package org.backproof.autodiff.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.ExprGraph;
import org.backproof.core.number.Interval;
import org.backproof.core.number.IntervalNumbers;
import org.backproof.core.shape.Sizes;
import org.backproof.core.tensor.NumberTensor;
import org.backproof.core.tensor.Tensor;

class IdentityProperties {
  private static final Evaluator<NumberTensor<Interval>> INTERVALS =
      Evaluator.over(IntervalNumbers.INSTANCE);

  @Provide
  Arbitrary<Identity> identities() {
    return Arbitraries.of(
        Rewriter.simplification().rules().stream()
            .filter(Identity.class::isInstance)
            .map(Identity.class::cast)
            .toList());
  }

  @Property(tries = 300)
  void bothSidesOfAnIdentityAreEqual(@ForAll("identities") Identity identity, @ForAll long seed) {
    Random random = new Random(seed);
    Sizes sizes = Sizes.of(Map.of("n", 2));
    Map<Expr, Tensor> values = new HashMap<>();
    for (Expr variable : ExprGraph.variables(ImmutableList.of(identity.left()))) {
      values.put(
          variable,
          Tensor.generate(
              index -> random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 3 * random.nextGaussian(),
              sizes.of(variable.shape())));
    }
    Bindings<NumberTensor<Interval>> bindings =
        INTERVALS.embed(Evaluator.doubles().bind(values, sizes));
    Enclosures.assertMeet(
        INTERVALS.value(identity.left(), bindings), INTERVALS.value(identity.right(), bindings));
  }

  @Property(tries = 300)
  void anIdentityRewritesItsLeftSideToItsRight(@ForAll("identities") Identity identity) {
    assertThat(identity.apply(identity.left())).contains(identity.right());
  }
}
