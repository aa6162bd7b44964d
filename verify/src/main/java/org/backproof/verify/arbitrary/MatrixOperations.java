package org.backproof.verify.arbitrary;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.LinearAlgebra;
import org.backproof.autodiff.expr.MatrixPrimitive;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.tensor.ContractionPattern;
import org.backproof.verify.arbitrary.Operations.Operation;

/** Contractions of all kinds, and functions of square matrices. */
final class MatrixOperations {
  private static final int GREATEST_RANK = 3;
  private static final int MOST_LABELS = 4;
  private static final Dim N = Dim.named("n");

  private final Guard guard;

  MatrixOperations(Guard guard) {
    this.guard = guard;
  }

  ImmutableList<Operation> all() {
    return ImmutableList.of(
        (o, choices) -> contract(ImmutableList.of(o.first()), choices),
        (o, choices) -> contract(ImmutableList.of(o.first(), choices.of(o.all())), choices),
        (o, choices) -> contract(ImmutableList.of(o.first(), o.second()), choices),
        (o, choices) -> matrixFunction(o.first(), choices));
  }

  /** A random pattern: labels that are shared, repeated, summed over, and new in the result. */
  private static Part contract(ImmutableList<Part> operands, Choices choices) {
    List<Dim> labels = new ArrayList<>();
    List<ImmutableIntArray> patterns = new ArrayList<>();
    for (Part operand : operands) {
      patterns.add(label(operand.shape(), labels, choices));
    }
    if (labels.size() > MOST_LABELS && operands.size() > 1) {
      return contract(operands.subList(0, 1), choices);
    }
    int bound = labels.size();
    ImmutableIntArray result = result(labels, choices);
    ContractionPattern pattern = ContractionPattern.of(patterns, result);
    Contraction contraction =
        new Contraction(pattern, ImmutableList.copyOf(labels.subList(bound, labels.size())));
    double greatest = operands.stream().mapToDouble(Part::bound).reduce(1, (x, y) -> x * y);
    return new Part(
        Expr.of(contraction, operands.stream().map(Part::expr).toList()),
        greatest * Math.pow(Shapes.GREATEST_SIZE, bound));
  }

  /**
   * A label for each axis: one that is there already for an axis of the same size, or a new one.
   */
  private static ImmutableIntArray label(Shape shape, List<Dim> labels, Choices choices) {
    ImmutableIntArray.Builder pattern = ImmutableIntArray.builder();
    for (Dim dim : shape.dims()) {
      List<Integer> options = new ArrayList<>();
      for (int label = 0; label < labels.size(); label++) {
        if (labels.get(label).equals(dim)) {
          options.add(label);
        }
      }
      options.add(labels.size());
      int label = choices.of(options);
      if (label == labels.size()) {
        labels.add(dim);
      }
      pattern.add(label);
    }
    return pattern.build();
  }

  /** Labels of the result, of which some may stand in no operand and are added to the list. */
  private static ImmutableIntArray result(List<Dim> labels, Choices choices) {
    ImmutableIntArray.Builder result = ImmutableIntArray.builder();
    int rank = choices.below(GREATEST_RANK + 1);
    for (int axis = 0; axis < rank; axis++) {
      int label = choices.below(labels.size() + 1);
      if (label == labels.size()) {
        labels.add(choices.of(List.of(N, Dim.of(2))));
      }
      result.add(label);
    }
    return result.build();
  }

  private Part matrixFunction(Part x, Choices choices) {
    Part matrix = guard.dominant(square(x));
    MatrixPrimitive function = choices.of(MatrixPrimitive.ALL);
    double bound = Math.pow(3.0 * Shapes.GREATEST_SIZE, Shapes.GREATEST_SIZE);
    return new Part(Expr.of(function, matrix.expr()), bound);
  }

  /** A square matrix of the part's entries. */
  private static Part square(Part x) {
    Expr e = x.expr();
    return switch (x.rank()) {
      case 0 -> new Part(Structure.spread(e, Shape.of(N, N)), x.bound());
      case 1 -> new Part(LinearAlgebra.outer(e, e), x.bound() * x.bound());
      case 2 ->
          e.shape().dim(0).equals(e.shape().dim(1))
              ? x
              : new Part(e.matmul(e.transpose()), x.bound() * x.bound() * Shapes.GREATEST_SIZE);
      default -> square(new Part(e.sum(0), x.bound() * Shapes.GREATEST_SIZE));
    };
  }
}
