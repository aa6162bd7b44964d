package org.backproof.verify.derivative;

import static org.backproof.verify.derivative.PrimitiveCase.Kind.FLAT;
import static org.backproof.verify.derivative.PrimitiveCase.Kind.LEAF;
import static org.backproof.verify.derivative.PrimitiveCase.Kind.NAMED_DERIVATIVE;
import static org.backproof.verify.derivative.PrimitiveCase.Kind.RULES;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.Gather;
import org.backproof.autodiff.expr.MatrixPrimitive;
import org.backproof.autodiff.expr.Recurrence;
import org.backproof.autodiff.expr.Structure;
import org.backproof.autodiff.expr.UnaryFunction;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.tensor.ContractionPattern;
import org.backproof.core.tensor.Tensor;
import org.backproof.verify.arbitrary.BoundExpr;
import org.backproof.verify.arbitrary.Entries;
import org.backproof.verify.arbitrary.Graphs;
import org.backproof.verify.arbitrary.Shapes;

/** The points at which each primitive's derivatives are checked. */
final class PrimitiveCases {
  private static final Dim M = Dim.named("m");
  private static final Dim N = Dim.named("n");

  static final ImmutableList<PrimitiveCase> ALL =
      ImmutableList.<PrimitiveCase>builder()
          .addAll(unary())
          .addAll(binary())
          .addAll(alongAxes())
          .addAll(structure())
          .addAll(matrices())
          .addAll(leaves())
          .addAll(namedDerivatives())
          .build();

  private PrimitiveCases() {}

  private static Arbitrary<Double> between(double low, double high) {
    return Arbitraries.doubles().between(low, high).ofScale(6);
  }

  private static Arbitrary<Expr> variables(int leastRank) {
    return Shapes.shapes(leastRank, 2).map(shape -> Expr.variable("x", shape));
  }

  private static PrimitiveCase rules(
      String key, Arbitrary<Expr> expressions, Arbitrary<Double> entries) {
    return new PrimitiveCase(key, BoundExpr.of(expressions, entries), RULES);
  }

  private static List<PrimitiveCase> unary() {
    Set<UnaryFunction> ofPositive = ImmutableSet.of(UnaryFunction.LOG, UnaryFunction.SQRT);
    Set<UnaryFunction> flat = ImmutableSet.of(UnaryFunction.STEP, UnaryFunction.SIGN);
    List<PrimitiveCase> cases = new ArrayList<>();
    for (UnaryFunction function : UnaryFunction.ALL) {
      double low =
          ofPositive.contains(function) ? 0.01 : function.equals(UnaryFunction.LOG1P) ? -0.9 : -30;
      cases.add(
          new PrimitiveCase(
              Primitives.key(function),
              BoundExpr.of(variables(0).map(x -> Expr.of(function, x)), between(low, 30)),
              flat.contains(function) ? FLAT : RULES));
    }
    Arbitrary<Rational> exponents =
        Arbitraries.of("2", "3", "1", "0", "-1", "-2", "0.5", "-1.5", "0.25")
            .map(text -> Rational.of(new BigDecimal(text)));
    cases.add(
        rules(
            "Power", Combinators.combine(variables(0), exponents).as(Expr::pow), between(0.01, 9)));
    cases.add(rules("Named", variables(0).map(x -> x.named("t")), Entries.moderate()));
    return cases;
  }

  /** Two operands, of which either may be broadcast. */
  private static Arbitrary<Expr> pairs(Function<List<Expr>, Expr> function) {
    return Combinators.combine(
            Shapes.shapes(0, 2), Arbitraries.integers().between(0, 2), Arbitraries.of(true, false))
        .as(
            (shape, dropped, swapped) -> {
              Expr x = Expr.variable("x", shape);
              Expr y = Expr.variable("y", reduced(shape, dropped));
              return function.apply(swapped ? List.of(y, x) : List.of(x, y));
            });
  }

  /** A shape that broadcasts to the given one: with the first axis of size 1, or without it. */
  private static Shape reduced(Shape shape, int how) {
    if (shape.rank() == 0 || how == 0) {
      return shape;
    }
    return how == 1 ? shape.withDim(0, Dim.ONE) : shape.withoutAxis(0);
  }

  private static List<PrimitiveCase> binary() {
    Set<BinaryFunction> flat =
        ImmutableSet.of(
            BinaryFunction.LESS,
            BinaryFunction.LESS_OR_EQUAL,
            BinaryFunction.EQUAL,
            BinaryFunction.NOT_EQUAL);
    List<PrimitiveCase> cases = new ArrayList<>();
    for (BinaryFunction function : BinaryFunction.ALL) {
      Arbitrary<Double> entries =
          function.equals(BinaryFunction.POWER) ? between(0.01, 4) : Entries.moderate();
      cases.add(
          new PrimitiveCase(
              Primitives.key(function),
              BoundExpr.of(pairs(operands -> Expr.of(function, operands)), entries),
              flat.contains(function) ? FLAT : RULES));
    }
    cases.add(
        rules(
            "Select",
            pairs(
                operands -> {
                  Expr c = Expr.variable("c", operands.get(0).shape());
                  Expr isNegative = Functions.less(c, Expr.literal(0));
                  return Functions.select(isNegative, operands.get(0), operands.get(1));
                }),
            Entries.moderate()));
    return cases;
  }

  private static List<PrimitiveCase> alongAxes() {
    return List.of(
        rules(
            "Max",
            variables(1).flatMap(x -> axes(x).map(axis -> Functions.max(x, axis))),
            Entries.moderate()),
        rules(
            "LogSumExp",
            variables(1).flatMap(x -> axes(x).map(axis -> Functions.logSumExp(x, axis))),
            between(-30, 30)),
        rules(
            "Softmax",
            variables(1).flatMap(x -> axes(x).map(axis -> Functions.softmax(x, axis))),
            between(-30, 30)),
        rules(
            "Recurrence",
            Combinators.combine(variables(1), Arbitraries.of(true, false))
                .flatAs(
                    (a, reversed) ->
                        axes(a)
                            .map(
                                axis ->
                                    Expr.of(
                                        new Recurrence(axis, reversed),
                                        a,
                                        Expr.variable("y", a.shape())))),
            Entries.moderate()));
  }

  private static Arbitrary<Integer> axes(Expr x) {
    return Arbitraries.integers().between(0, x.shape().rank() - 1);
  }

  private static List<PrimitiveCase> structure() {
    Expr x = Expr.variable("x", M.plus(2), N);
    Expr y = Expr.variable("y", Dim.of(3), N);
    Expr z = Expr.variable("z", Dim.ONE, N);
    Arbitrary<List<Integer>> indices =
        Arbitraries.integers().between(0, 2).list().ofMinSize(1).ofMaxSize(4);
    return List.of(
        rules(
            "Slice",
            Arbitraries.integers()
                .between(0, 2)
                .map(start -> Structure.slice(x, 0, Dim.of(start), M.plus(start))),
            Entries.moderate()),
        rules(
            "Stack",
            Arbitraries.of(x, y, z)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(p -> Structure.stack(0, p)),
            Entries.moderate()),
        rules(
            "Gather",
            indices.map(list -> Structure.gather(y, 0, list.stream().mapToInt(i -> i).toArray())),
            Entries.moderate()),
        rules(
            "Gather.ScatterAdd",
            indices.map(
                list ->
                    Expr.of(
                        new Gather.ScatterAdd(0, ImmutableIntArray.copyOf(list), M.plus(2)),
                        Expr.variable("x", Dim.of(list.size()), N))),
            Entries.moderate()),
        rules("Contraction", contractions(), Entries.moderate()));
  }

  /** Any pattern: labels may be repeated, summed over, and new in the result. */
  private static Arbitrary<Expr> contractions() {
    Arbitrary<List<Integer>> labels = Arbitraries.integers().between(0, 3).list().ofMaxSize(3);
    return Combinators.combine(labels.list().ofMinSize(1).ofMaxSize(2), labels)
        .as(PrimitiveCases::contraction);
  }

  private static Expr contraction(List<List<Integer>> operands, List<Integer> result) {
    List<Dim> sizes = List.of(M, N, Dim.of(2), M.plus(1));
    List<ImmutableIntArray> labels = operands.stream().map(ImmutableIntArray::copyOf).toList();
    ContractionPattern pattern = ContractionPattern.of(labels, ImmutableIntArray.copyOf(result));
    ImmutableList<Dim> free =
        result.stream()
            .distinct()
            .filter(label -> labels.stream().noneMatch(operand -> operand.contains(label)))
            .map(sizes::get)
            .collect(ImmutableList.toImmutableList());
    List<Expr> variables = new ArrayList<>();
    for (List<Integer> operand : operands) {
      Shape shape = Shape.of(operand.stream().map(sizes::get).toList());
      variables.add(Expr.variable(variables.isEmpty() ? "x" : "y", shape));
    }
    return Expr.of(new Contraction(pattern, free), variables);
  }

  private static List<PrimitiveCase> matrices() {
    Expr square = Expr.variable("x", N, N);
    return MatrixPrimitive.ALL.stream()
        .map(
            primitive ->
                new PrimitiveCase(
                    Primitives.key(primitive),
                    BoundExpr.of(Expr.of(primitive, square), Entries.moderate()),
                    RULES))
        .toList();
  }

  private static List<PrimitiveCase> leaves() {
    Expr x = Expr.variable("x", N);
    return List.of(
        leaf("Leaf.Variable", x),
        leaf("Leaf.Literal", x.plus(Expr.literal(Rational.of(1, 3)))),
        leaf("Leaf.Size", x.plus(Expr.size(M.plus(1)))),
        leaf("Leaf.Iota", x.plus(Expr.iota(N))),
        leaf("Leaf.Constant", x.plus(Expr.constant(Tensor.vector(0.1)))));
  }

  private static PrimitiveCase leaf(String key, Expr expression) {
    return new PrimitiveCase(key, BoundExpr.of(expression, Entries.moderate()), LEAF);
  }

  private static List<PrimitiveCase> namedDerivatives() {
    Arbitrary<BoundExpr> points =
        BoundExpr.of(Graphs.smooth().ofSteps(2).expressions(), Entries.moderate());
    return List.of(
        new PrimitiveCase("Derivative.Vjp", points, NAMED_DERIVATIVE),
        new PrimitiveCase("Derivative.Jvp", points, NAMED_DERIVATIVE));
  }
}
