package org.backproof.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.NetworkCase;
import org.backproof.nn.graph.CostGraph;
import org.backproof.nn.network.Network;

/** The delta rule against reverse mode, which knows nothing of networks. */
class GraphAgreementProperties {
  @Provide
  Arbitrary<NetworkCase> cases() {
    return NetworkCase.any();
  }

  @Property(tries = 250)
  void deltaRuleAndReverseModeAgree(@ForAll("cases") NetworkCase c) {
    Backpropagation byHand =
        DeltaRule.onMatrices().backpropagate(c.network(), c.parameters(), c.examples());
    RoundOff roundOff = new RoundOff(byHand);
    Assume.that(roundOff.isClearOfKinks());
    CostGraph graph = CostGraph.of(c.network());
    List<Quantity> quantities = Quantity.inOrder(c.network());
    ImmutableList<Tensor> values =
        Evaluator.doubles()
            .values(expressions(graph, quantities), graph.bind(c.parameters(), c.examples()));

    for (int i = 0; i < quantities.size(); i++) {
      roundOff.assertAgrees(quantities.get(i), values.get(i));
    }
    double cost = values.get(quantities.size()).toScalar();
    assertThat(cost).isCloseTo(byHand.cost(), within(2 * roundOff.ofCost()));
  }

  /** The graph of each quantity, and that of the cost after them. */
  private static ImmutableList<Expr> expressions(CostGraph graph, List<Quantity> quantities) {
    Network network = graph.network();
    List<Expr> nodes = new ArrayList<>(graph.parameters());
    for (int layer = 2; layer <= network.layers(); layer++) {
      nodes.add(graph.preActivation(layer));
    }
    List<Expr> derivatives = Differentiation.standard().gradients(graph.cost(), nodes);
    Expr m = Expr.size(graph.inputs().shape().dim(0));
    ImmutableList.Builder<Expr> expressions = ImmutableList.builder();
    for (Quantity quantity : quantities) {
      int layer = quantity.layer();
      expressions.add(
          switch (quantity.kind()) {
            case PRE_ACTIVATION -> graph.preActivation(layer);
            case ACTIVATION -> graph.activation(layer);
            case DELTA -> m.times(derivatives.get(network.layers() - 1 + layer - 2));
            case GRADIENT -> derivatives.get(layer - 1);
          });
    }
    return expressions.add(graph.cost()).build();
  }
}
