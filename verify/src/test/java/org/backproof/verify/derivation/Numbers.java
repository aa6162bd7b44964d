package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.Sizes;
import org.backproof.core.tensor.Tensor;

/** Numbers for all that a derivation takes as given, and what comes of them. */
final class Numbers {
  private final Derivation derivation;
  private final Bindings<Tensor> bindings;

  private Numbers(Derivation derivation, Bindings<Tensor> bindings) {
    this.derivation = derivation;
    this.bindings = bindings;
  }

  /** Entries between 0.1 and 0.9, which all domains of these tests contain. */
  static Numbers random(Derivation derivation, Map<String, Integer> sizes, long seed) {
    Random random = new Random(seed);
    Sizes numbers = Sizes.of(sizes);
    Map<Expr, Tensor> values = new HashMap<>();
    for (Given given : derivation.givens()) {
      int[] shape = numbers.of(given.variable().shape());
      int count = 1;
      for (int size : shape) {
        count *= size;
      }
      double[] entries = random.doubles(count, 0.1, 0.9).toArray();
      values.put(given.variable(), Tensor.of(entries, shape));
    }
    return new Numbers(derivation, Evaluator.doubles().bind(values, numbers));
  }

  /** The value of an expression, with its derivatives taken. */
  Tensor of(Expr e) {
    Expr expanded = Differentiation.standard().expand(ImmutableList.of(e)).get(0);
    return Evaluator.doubles().value(expanded, bindings);
  }

  /** The value of an expression in the notation. */
  Tensor of(String text) {
    return of(derivation.expression(text));
  }

  /** By how much a claim's sides differ at most. */
  double difference(Claim claim) {
    double largest = 0;
    for (Link link : claim.links()) {
      Tensor left = of(link.left().expr());
      Tensor right = of(link.right().expr());
      for (int i = 0; i < left.length(); i++) {
        largest = Math.max(largest, Math.abs(left.entry(i) - right.entry(i)));
      }
    }
    return largest;
  }
}
