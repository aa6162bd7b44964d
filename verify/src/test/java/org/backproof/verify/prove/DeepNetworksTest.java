package org.backproof.verify.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.backproof.autodiff.expr.Derivative.gradient;
import static org.backproof.autodiff.expr.Functions.log;
import static org.backproof.autodiff.expr.Functions.sigmoid;
import static org.backproof.autodiff.expr.Functions.softmax;
import static org.backproof.autodiff.expr.Functions.tanh;
import static org.backproof.autodiff.expr.Structure.hstack;
import static org.backproof.autodiff.expr.Structure.insertAxes;
import static org.backproof.autodiff.expr.Structure.ones;
import static org.backproof.autodiff.expr.Structure.slice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.core.shape.Dim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of many layers, checked layer by layer against the delta rule. */
class DeepNetworksTest {
  private static final Prover PROVER = Prover.within(Duration.ofSeconds(10));
  private static final Expr ONE = Expr.literal(1);

  private final Dim m = Dim.named("m");
  private final Expr size = Expr.size(m);

  /** A network, its cost, and its deltas by the rule under test. */
  private final class Network {
    private final List<Expr> thetas = new ArrayList<>();
    private final List<Expr> inputs = new ArrayList<>();
    private final List<Expr> sums = new ArrayList<>();
    private final List<Expr> deltas = new ArrayList<>();
    private final Expr target;
    private Expr output;

    Network(int layers, UnaryOperator<Expr> activation, UnaryOperator<Expr> last) {
      Expr a = Expr.variable("X", m, Dim.named("n0"));
      for (int l = 0; l < layers; l++) {
        Dim in = Dim.named("n" + l);
        Dim out = Dim.named("n" + (l + 1));
        Expr theta = Expr.variable("Theta" + l, out, in.plus(1));
        Expr biased = hstack(ones(m, Dim.ONE), a).named("a" + l);
        Expr z = biased.matmul(theta.transpose()).named("z" + l);
        a = l + 1 == layers ? last.apply(z) : activation.apply(z);
        thetas.add(theta);
        inputs.add(biased);
        sums.add(z);
      }
      output = a.named("a" + layers);
      target = Expr.variable("Y", m, Dim.named("n" + layers));
    }

    void backPropagate(Expr outputDelta, UnaryOperator<Expr> slope) {
      Expr delta = outputDelta.named("delta" + (sums.size() - 1));
      deltas.add(delta);
      for (int l = sums.size() - 1; l > 0; l--) {
        Expr back = delta.matmul(thetas.get(l));
        Expr weights = slice(back, 1, Dim.ONE, back.shape().dim(1));
        delta = weights.times(slope.apply(sums.get(l - 1))).named("delta" + (l - 1));
        deltas.add(0, delta);
      }
    }

    void check(Expr cost, Expr scale) {
      List<Equality> claims = new ArrayList<>();
      for (int l = 0; l < sums.size(); l++) {
        Expr delta = deltas.get(l);
        claims.add(new Equality(gradient(cost, sums.get(l)), delta.times(scale)));
        Expr weights = delta.transpose().matmul(inputs.get(l)).times(scale);
        claims.add(new Equality(gradient(cost, thetas.get(l)), weights));
      }
      assertThat(PROVER.proveAll(claims)).allMatch(outcome -> outcome instanceof Proof);
    }
  }

  private Expr crossEntropy(Network net) {
    Expr a = net.output;
    Expr y = net.target;
    return y.times(log(a))
        .plus(ONE.minus(y).times(log(ONE.minus(a))))
        .sum()
        .dividedBy(size)
        .negate()
        .named("J");
  }

  private static Expr slope(Expr z) {
    return sigmoid(z).times(ONE.minus(sigmoid(z)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 10})
  void sigmoidWithCrossEntropy(int layers) {
    Network net = new Network(layers, Functions::sigmoid, Functions::sigmoid);
    net.backPropagate(net.output.minus(net.target), DeepNetworksTest::slope);
    net.check(crossEntropy(net), size.reciprocal());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 10})
  void tanhWithSquaredError(int layers) {
    Network net = new Network(layers, Functions::tanh, z -> z);
    Expr cost = net.output.minus(net.target).pow(2).sum().dividedBy(size.times(2)).named("J");
    net.backPropagate(net.output.minus(net.target), z -> ONE.minus(tanh(z).pow(2)));
    net.check(cost, size.reciprocal());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 10})
  void reluWithSoftmax(int layers) {
    Network net = new Network(layers, Functions::relu, z -> softmax(z, 1));
    Expr cost = net.target.times(log(net.output)).sum().dividedBy(size).negate().named("J");
    Expr total = insertAxes(Functions.sum(net.target, 1), 1);
    net.backPropagate(net.output.times(total).minus(net.target), Functions::step);
    net.check(cost, size.reciprocal());
  }

  @Test
  void sigmoidWithSquaredError() {
    Network net = new Network(5, Functions::sigmoid, Functions::sigmoid);
    Expr cost = net.output.minus(net.target).pow(2).sum().dividedBy(size.times(2)).named("J");
    Expr last = net.sums.get(4);
    net.backPropagate(net.output.minus(net.target).times(slope(last)), DeepNetworksTest::slope);
    net.check(cost, size.reciprocal());
  }

  @Test
  void fortyLayersWithinTheirBudget() {
    Network net = new Network(40, Functions::sigmoid, Functions::sigmoid);
    net.backPropagate(net.output.minus(net.target), DeepNetworksTest::slope);
    net.check(crossEntropy(net), size.reciprocal());
  }

  @Test
  void deltaOfTheWrongLayerIsNotProved() {
    Network net = new Network(10, Functions::sigmoid, Functions::sigmoid);
    net.backPropagate(net.output.minus(net.target), DeepNetworksTest::slope);
    Expr wrong = net.deltas.get(3).times(2);
    assertThat(PROVER.prove(new Equality(gradient(crossEntropy(net), net.sums.get(3)), wrong)))
        .isInstanceOf(Unproved.class);
  }
}
