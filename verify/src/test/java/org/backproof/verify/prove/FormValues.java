package org.backproof.verify.prove;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Sizes;
import org.backproof.core.tensor.Tensor;

/** The values of index forms by their definition: loops over every bound index. */
final class FormValues {
  private final Map<Expr, Tensor> tensors;
  private final Sizes sizes;

  FormValues(Map<Expr, Tensor> tensors, Sizes sizes) {
    this.tensors = tensors;
    this.sizes = sizes;
  }

  double of(Form form, Map<Index, Integer> indices) {
    double sum = 0;
    for (Map.Entry<Monomial, Rational> term : form.terms().entrySet()) {
      Monomial monomial = term.getKey();
      sum += term.getValue().toDouble() * summed(monomial, 0, new HashMap<>(indices));
    }
    return sum;
  }

  private double summed(Monomial monomial, int next, Map<Index, Integer> indices) {
    if (next == monomial.bound().size()) {
      double product = 1;
      for (Factor factor : monomial.factors()) {
        product *= Math.pow(of(factor.atom(), indices), factor.exponent().toDouble());
      }
      return product;
    }
    Index index = monomial.bound().get(next);
    double sum = 0;
    for (int value = 0; value < sizes.of(index.range()); value++) {
      indices.put(index, value);
      sum += summed(monomial, next + 1, indices);
    }
    return sum;
  }

  private double of(Atom atom, Map<Index, Integer> indices) {
    List<Integer> places = atom.indices().stream().map(indices::get).toList();
    Head head = atom.head();
    if (head instanceof Head.Size) {
      return sizes.of(Dim.named(head.text(List.of())));
    } else if (head instanceof Head.Delta) {
      return places.get(0).equals(places.get(1)) ? 1 : 0;
    } else if (head instanceof Head.Value) {
      return places.get(0);
    } else if (head instanceof Head.Radicand) {
      return ((Head.Radicand) head).value().doubleValue();
    } else if (head instanceof Head.Entry) {
      return entry((Head.Entry) head, places);
    }
    Head.Applied applied = (Head.Applied) head;
    Map<Index, Integer> slots = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      slots.put(applied.argument().slots().get(i), places.get(i));
    }
    return function(applied.function(), of(applied.argument().form(), slots));
  }

  private double entry(Head.Entry head, List<Integer> places) {
    Tensor tensor = java.util.Objects.requireNonNull(tensors.get(head.tensor()));
    int[] at = new int[head.blocks().size()];
    int next = 0;
    for (int axis = 0; axis < at.length; axis++) {
      Block block = head.blocks().get(axis);
      at[axis] = sizes.of(block.offset()) + (block.isSingle() ? 0 : places.get(next++));
    }
    return tensor.get(at);
  }

  private static double function(Function function, double u) {
    switch (function) {
      case EXP:
        return Math.exp(u);
      case LOG:
        return Math.log(u);
      case SIGMOID:
        return 1 / (1 + Math.exp(-u));
      case SOFTPLUS:
        return Math.log1p(Math.exp(u));
      case SIN:
        return Math.sin(u);
      case COS:
        return Math.cos(u);
      case STEP:
        return u > 0 ? 1 : 0;
      case IS_ZERO:
        return u == 0 ? 1 : 0;
      default:
        return u;
    }
  }
}
