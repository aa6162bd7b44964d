package org.backproof.verify.arbitrary;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.Shape;

/**
 * Random well-shaped expression graphs over all primitives, with shared parts and symbolic sizes.
 * They are built step by step, so that a failure shrinks to the few steps that it takes. Immutable.
 *
 * <p>Unless they are asked to be {@linkplain #unguarded unguarded}, arguments of logarithms, roots,
 * divisions and inverses are inside the domain whatever the variables hold, and values stay of
 * moderate size for moderate variables.
 */
public final class Graphs {
  private static final int GREATEST_RANK = 3;

  private final Operations operations;
  private final int steps;

  private Graphs(Operations operations, int steps) {
    this.operations = operations;
    this.steps = steps;
  }

  /** Graphs of functions that have derivatives everywhere. They need no order of the numbers. */
  public static Graphs smooth() {
    return new Graphs(new Operations(false, true), 6);
  }

  /** Graphs with comparisons, maxima, absolute values and the like among smooth functions. */
  public static Graphs withKinks() {
    return new Graphs(new Operations(true, true), 6);
  }

  /** These, but of functions that may leave their domain, and of values that may overflow. */
  public Graphs unguarded() {
    return new Graphs(operations.unguarded(), steps);
  }

  /** These, of at most so many steps; a step adds one operation, and a few that guard it. */
  public Graphs ofSteps(int greatest) {
    return new Graphs(operations, greatest);
  }

  /** Expressions of any shape up to rank 3. */
  public Arbitrary<Expr> expressions() {
    Arbitrary<List<Shape>> shapes =
        Shapes.shapes(0, GREATEST_RANK).list().ofMinSize(1).ofMaxSize(3);
    Arbitrary<List<Step>> program = Step.any().list().ofMinSize(1).ofMaxSize(steps);
    return Combinators.combine(shapes, program).as(this::build).withoutEdgeCases();
  }

  /**
   * Scalar expressions: a sum of an expression's entries, weighted by a variable of its shape so
   * that no two faults cancel in the sum.
   */
  public Arbitrary<Expr> costs() {
    return expressions()
        .map(
            e -> {
              Expr weights = Expr.variable("weights", e.shape());
              return e.isScalar() ? e.times(weights) : weights.times(e).sum();
            });
  }

  private Expr build(List<Shape> shapes, List<Step> program) {
    List<Part> parts = new ArrayList<>();
    for (Shape shape : shapes) {
      Expr variable = Expr.variable(String.valueOf((char) ('a' + parts.size())), shape);
      parts.add(new Part(variable, Operations.GREATEST_ENTRY));
    }
    for (Step step : program) {
      parts.add(operations.apply(step, parts));
    }
    return parts.get(parts.size() - 1).expr();
  }
}
