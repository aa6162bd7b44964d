package org.backproof.verify.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.backproof.autodiff.expr.Derivative.gradient;
import static org.backproof.autodiff.expr.Functions.less;
import static org.backproof.autodiff.expr.Functions.log;
import static org.backproof.autodiff.expr.Functions.select;
import static org.backproof.autodiff.expr.Functions.sigmoid;
import static org.backproof.autodiff.expr.Structure.hstack;
import static org.backproof.autodiff.expr.Structure.insertAxes;
import static org.backproof.autodiff.expr.Structure.ones;
import static org.backproof.autodiff.expr.Structure.slice;
import static org.backproof.autodiff.expr.Structure.spread;
import static org.backproof.autodiff.expr.Structure.zeros;

import java.time.Duration;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.junit.jupiter.api.Test;

/** The derivation by which the notation is explained. */
class NetworkClaimsTest {
  private static final Prover PROVER = Prover.within(Duration.ofSeconds(20));

  private final Dim m = Dim.named("m");
  private final Dim n = Dim.named("n");
  private final Dim h = Dim.named("h");
  private final Dim k = Dim.named("K");
  private final Expr one = Expr.literal(1);
  private final Expr x = Expr.variable("X", m, n);
  private final Expr y = Expr.variable("Y", m, k);
  private final Expr theta1 = Expr.variable("Theta1", h, n.plus(1));
  private final Expr theta2 = Expr.variable("Theta2", k, h.plus(1));
  private final Expr lambda = Expr.variable("lambda");
  private final Expr a1 = hstack(ones(m, Dim.ONE), x).named("a1");
  private final Expr z2 = a1.matmul(theta1.transpose()).named("z2");
  private final Expr a2 = hstack(ones(m, Dim.ONE), sigmoid(z2)).named("a2");
  private final Expr z3 = a2.matmul(theta2.transpose()).named("z3");
  private final Expr a3 = sigmoid(z3).named("a3");
  private final Expr perExample = one.dividedBy(Expr.size(m));
  private final Expr fit =
      perExample
          .negate()
          .times(y.times(log(a3)).plus(one.minus(y).times(log(one.minus(a3)))).sum())
          .named("fit");
  private final Expr penalty =
      lambda
          .dividedBy(Expr.size(m).times(2))
          .times(weights(theta1).pow(2).sum().plus(weights(theta2).pow(2).sum()))
          .named("penalty");
  private final Expr cost = fit.plus(penalty).named("J");
  private final Expr delta3 = a3.minus(y).named("delta3");
  private final Expr slope = sigmoid(z2).times(one.minus(sigmoid(z2)));
  private final Expr delta2 = weights(delta3.matmul(theta2)).times(slope).named("delta2");
  private final Expr rate = lambda.dividedBy(Expr.size(m));

  private static Expr weights(Expr theta) {
    return slice(theta, 1, Dim.ONE, theta.shape().dim(1));
  }

  @Test
  void outputError() {
    assertProved(gradient(cost, z3), delta3.dividedBy(Expr.size(m)));
  }

  @Test
  void hiddenError() {
    assertProved(gradient(cost, z2), delta2.dividedBy(Expr.size(m)));
  }

  @Test
  void outputWeights() {
    Expr claim =
        delta3
            .transpose()
            .matmul(a2)
            .dividedBy(Expr.size(m))
            .plus(rate.times(hstack(zeros(k, Dim.ONE), weights(theta2))));
    assertProved(gradient(cost, theta2), claim);
  }

  @Test
  void hiddenWeightsEntryByEntry() {
    Expr sum = perExample.times(delta2.transpose().matmul(a1));
    Expr index = insertAxes(Expr.iota(n.plus(1)), 0);
    Expr bias = select(less(Expr.literal(0), index), rate.times(theta1), Expr.literal(0));
    assertProved(gradient(cost, theta1), spread(sum.plus(bias), Shape.of(h, n.plus(1))));
  }

  @Test
  void penaltyWithoutItsFactorIsNotProved() {
    Expr claim =
        delta3
            .transpose()
            .matmul(a2)
            .dividedBy(Expr.size(m))
            .plus(lambda.times(hstack(zeros(k, Dim.ONE), weights(theta2))));
    Outcome outcome = PROVER.prove(new Equality(gradient(cost, theta2), claim));
    assertThat(outcome).isInstanceOf(Unproved.class);
  }

  private static void assertProved(Expr left, Expr right) {
    Outcome outcome = PROVER.prove(new Equality(left, right));
    assertThat(outcome).isInstanceOf(Proof.class);
  }
}
