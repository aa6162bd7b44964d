package org.backproof.nn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.Golden;
import org.junit.jupiter.api.Test;

/** A scalar expression with much sharing, whose value and gradient were published. */
class PublishedExpressionTest {
  @Test
  void micrograd() {
    Expr a = Expr.variable("a");
    Expr b = Expr.variable("b");
    Expr one = Expr.literal(1);
    Expr c = a.plus(b);
    Expr d = a.times(b).plus(b.pow(3));
    c = c.plus(c.plus(one));
    c = c.plus(one.plus(c).minus(a));
    d = d.plus(d.times(2)).plus(Functions.relu(b.plus(a)));
    d = d.plus(d.times(3)).plus(Functions.relu(b.minus(a)));
    Expr e = c.minus(d);
    Expr f = e.pow(2);
    Expr g = f.dividedBy(Expr.literal(2)).plus(Expr.literal(10).dividedBy(f));
    List<Expr> derivatives = Differentiation.standard().gradients(g, List.of(a, b, c, d, e, f));
    Bindings<Tensor> point =
        Evaluator.doubles().bind(Map.of(a, Tensor.scalar(-4), b, Tensor.scalar(2)));

    assertThat(Evaluator.doubles().value(g, point).toScalar())
        .isCloseTo(Golden.number("/micrograd/published/g"), within(1e-14));
    List<Double> values =
        Evaluator.doubles().values(derivatives, point).stream().map(Tensor::toScalar).toList();
    assertThat(values.get(0)).isCloseTo(Golden.number("/micrograd/published/da"), within(1e-13));
    assertThat(values.get(1)).isCloseTo(Golden.number("/micrograd/published/db"), within(2e-13));
    String[] rounded = {"dc", "dd", "de", "df"};
    for (int i = 0; i < rounded.length; i++) {
      assertThat(values.get(2 + i))
          .isCloseTo(Golden.number("/micrograd/published/" + rounded[i]), within(0.5e-4));
    }
  }
}
