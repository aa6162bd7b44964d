package org.backproof.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.NetworkCase;
import org.backproof.nn.backprop.Quantity.Kind;
import org.backproof.nn.network.Cost;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Parameters;

class DeltaRuleProperties {
  private static final DeltaRule ON_MATRICES = DeltaRule.onMatrices();

  @Provide
  Arbitrary<NetworkCase> cases() {
    return NetworkCase.any();
  }

  @Provide
  Arbitrary<NetworkCase> severalExamples() {
    return NetworkCase.any().filter(c -> c.examples().size() > 1);
  }

  @Provide
  Arbitrary<NetworkCase> crossEntropies() {
    return NetworkCase.any().filter(c -> c.network().cost() != Cost.SQUARED_ERROR);
  }

  private static Backpropagation run(DeltaRule rule, NetworkCase c) {
    return rule.backpropagate(c.network(), c.parameters(), c.examples());
  }

  @Property(tries = 250)
  void bothFormsAgree(@ForAll("cases") NetworkCase c) {
    Backpropagation byExample = run(DeltaRule.byExample(), c);
    Backpropagation onMatrices = run(ON_MATRICES, c);
    RoundOff roundOff = new RoundOff(onMatrices);
    Assume.that(roundOff.isClearOfKinks());

    for (Quantity quantity : Quantity.inOrder(c.network())) {
      roundOff.assertAgrees(quantity, byExample.value(quantity));
    }
    assertThat(byExample.cost()).isCloseTo(onMatrices.cost(), within(2 * roundOff.ofCost()));
  }

  /**
   * Without the penalty m J and its gradient are sums over the examples; deltas are theirs alone.
   */
  @Property(tries = 250)
  void sumsOverExamplesAddUp(
      @ForAll("severalExamples") NetworkCase penalised, @ForAll Random random) {
    NetworkCase c = penalised.withLambda(0);
    int m = c.examples().size();
    int cut = 1 + random.nextInt(m - 1);
    Backpropagation all = run(ON_MATRICES, c);
    Backpropagation first = run(ON_MATRICES, c.withExamples(rows(c.examples(), 0, cut)));
    Backpropagation rest = run(ON_MATRICES, c.withExamples(rows(c.examples(), cut, m)));
    RoundOff roundOff = new RoundOff(all);
    Assume.that(roundOff.isClearOfKinks());

    for (Quantity quantity : Quantity.inOrder(c.network())) {
      Tensor both =
          quantity.kind() == Kind.GRADIENT
              ? first
                  .value(quantity)
                  .times(cut)
                  .plus(rest.value(quantity).times(m - cut))
                  .times(1.0 / m)
              : Tensor.vstack(first.value(quantity), rest.value(quantity));
      roundOff.assertAgrees(quantity, both);
    }
    assertThat((cut * first.cost() + (m - cut) * rest.cost()) / m)
        .isCloseTo(all.cost(), within(2 * roundOff.ofCost()));
  }

  private static Examples rows(Examples examples, int start, int stop) {
    return Examples.of(examples.inputs().rows(start, stop), examples.targets().rows(start, stop));
  }

  /** A cross-entropy is affine in the targets, and so is its gradient. */
  @Property(tries = 250)
  void gradientsAreAffineInTheTargets(
      @ForAll("crossEntropies") NetworkCase c,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll Random random) {
    Tensor y = c.examples().targets();
    Tensor others = y.map(any -> random.nextDouble());
    Tensor mixed = y.times(share).plus(others.times(1 - share));
    Backpropagation one = run(ON_MATRICES, c);
    Backpropagation other = run(ON_MATRICES, c.withExamples(withTargets(c, others)));
    Backpropagation mix = run(ON_MATRICES, c.withExamples(withTargets(c, mixed)));
    RoundOff roundOff = new RoundOff(mix);
    RoundOff ofOne = new RoundOff(one);
    RoundOff ofOther = new RoundOff(other);

    for (Quantity quantity : Quantity.inOrder(c.network())) {
      Tensor combined =
          one.value(quantity).times(share).plus(other.value(quantity).times(1 - share));
      RoundOff.assertAgrees(
          quantity.toString(),
          combined,
          mix.value(quantity),
          roundOff.of(quantity).plus(ofOne.of(quantity)).plus(ofOther.of(quantity)));
    }
  }

  private static Examples withTargets(NetworkCase c, Tensor targets) {
    return Examples.of(c.examples().inputs(), targets);
  }

  /** Hidden units have no order: their names can be exchanged, and the gradient's with them. */
  @Property(tries = 250)
  void permutingHiddenUnitsPermutesTheGradient(
      @ForAll("cases") NetworkCase c, @ForAll Random random) {
    List<int[]> orders = new ArrayList<>();
    for (int layer = 1; layer <= c.network().layers(); layer++) {
      boolean isHidden = layer > 1 && layer < c.network().layers();
      orders.add(isHidden ? shuffled(c.network().size(layer), random) : identity(c, layer));
    }
    Backpropagation original = run(ON_MATRICES, c);
    Backpropagation permuted = run(ON_MATRICES, c.withParameters(permute(c.parameters(), orders)));
    RoundOff roundOff = new RoundOff(permuted);
    Assume.that(roundOff.isClearOfKinks());

    Parameters expected = permute(original.gradient(), orders);
    for (int layer = 1; layer < c.network().layers(); layer++) {
      roundOff.assertAgrees(new Quantity(Kind.GRADIENT, layer), expected.matrix(layer));
    }
    assertThat(permuted.cost()).isCloseTo(original.cost(), within(2 * roundOff.ofCost()));
  }

  private static int[] identity(NetworkCase c, int layer) {
    return IntStream.range(0, c.network().size(layer)).toArray();
  }

  private static int[] shuffled(int size, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, random);
    return order.stream().mapToInt(i -> i).toArray();
  }

  /**
   * Rows by the order of the layer above, columns but the bias unit's by that of the layer below.
   */
  private static Parameters permute(Parameters parameters, List<int[]> orders) {
    return Parameters.of(
        IntStream.rangeClosed(1, parameters.matrices().size())
            .mapToObj(
                layer -> {
                  Tensor theta = parameters.matrix(layer);
                  int[] below = orders.get(layer - 1);
                  int[] above = orders.get(layer);
                  return Tensor.generate(
                      at -> theta.get(above[at[0]], at[1] == 0 ? 0 : 1 + below[at[1] - 1]),
                      theta.sizes());
                })
            .toList());
  }

  /**
   * The penalty adds lambda/m times the weights to the gradient, and nothing for the bias units.
   */
  @Property(tries = 250)
  void penaltyLeavesTheBiasOut(
      @ForAll("cases") NetworkCase c, @ForAll @DoubleRange(min = 0, max = 10) double lambda) {
    Backpropagation penalised = run(ON_MATRICES, c.withLambda(lambda));
    Backpropagation plain = run(ON_MATRICES, c.withLambda(0));
    double ulp = Math.ulp(1.0);
    for (int layer = 1; layer < c.network().layers(); layer++) {
      Tensor theta = c.parameters().matrix(layer);
      Tensor with = penalised.gradient().matrix(layer);
      Tensor without = plain.gradient().matrix(layer);
      Tensor share =
          Tensor.generate(
              at -> at[1] == 0 ? 0 : lambda / c.examples().size() * theta.get(at), theta.sizes());
      Tensor bound = share.map(Math::abs).times(2 * ulp).plus(with.map(Math::abs).times(ulp));

      RoundOff.assertAgrees("gradient " + layer, with, without.plus(share), bound);
      assertThat(with.columns(0, 1)).isEqualTo(without.columns(0, 1));
    }
  }

  @Property(tries = 250)
  void costIsFitPlusPenalty(@ForAll("cases") NetworkCase c) {
    ForwardPass pass = ON_MATRICES.forward(c.network(), c.parameters(), c.examples());
    double squares = 0;
    for (Tensor theta : c.parameters().matrices()) {
      for (int i = 0; i < theta.size(0); i++) {
        for (int j = 1; j < theta.size(1); j++) {
          squares += theta.get(i, j) * theta.get(i, j);
        }
      }
    }
    double penalty = c.network().lambda() / (2.0 * c.examples().size()) * squares;

    assertThat(pass.penalty())
        .isCloseTo(penalty, within((c.parameters().length() + 3) * Math.ulp(penalty)));
    assertThat(pass.fit()).isGreaterThanOrEqualTo(0);
    assertThat(pass.cost()).isEqualTo(pass.fit() + pass.penalty());
  }
}
