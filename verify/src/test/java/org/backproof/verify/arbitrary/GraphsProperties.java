package org.backproof.verify.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.BinaryFunction;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.ExprGraph;
import org.backproof.autodiff.expr.Gather;
import org.backproof.autodiff.expr.Leaf;
import org.backproof.autodiff.expr.LogSumExp;
import org.backproof.autodiff.expr.MatrixPrimitive;
import org.backproof.autodiff.expr.Max;
import org.backproof.autodiff.expr.Named;
import org.backproof.autodiff.expr.Power;
import org.backproof.autodiff.expr.Primitive;
import org.backproof.autodiff.expr.Recurrence;
import org.backproof.autodiff.expr.Select;
import org.backproof.autodiff.expr.Slice;
import org.backproof.autodiff.expr.Softmax;
import org.backproof.autodiff.expr.Stack;
import org.backproof.autodiff.expr.UnaryFunction;
import org.backproof.core.shape.Dim;
import org.backproof.core.tensor.Tensor;

class GraphsProperties {
  private static final Set<Class<? extends Primitive>> RECORDS =
      Set.of(
          Contraction.class,
          Gather.class,
          Gather.ScatterAdd.class,
          Leaf.Constant.class,
          Leaf.Iota.class,
          Leaf.Literal.class,
          Leaf.Size.class,
          Leaf.Variable.class,
          LogSumExp.class,
          Max.class,
          Named.class,
          Power.class,
          Recurrence.class,
          Select.class,
          Slice.class,
          Softmax.class,
          Stack.class);

  @Provide
  Arbitrary<BoundExpr> guarded() {
    return BoundExpr.of(Graphs.withKinks().expressions(), Entries.moderate());
  }

  @Provide
  Arbitrary<BoundExpr> costs() {
    return BoundExpr.of(Graphs.smooth().costs(), Entries.round());
  }

  @Provide
  Arbitrary<BoundExpr> unguarded() {
    return BoundExpr.of(Graphs.withKinks().unguarded().expressions(), Entries.special());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void guardedGraphsHaveFiniteValuesOfTheirShape(@ForAll("guarded") BoundExpr point) {
    Tensor value = Evaluator.doubles().value(point.expression(), point.bindings());

    assertThat(value.sizes()).isEqualTo(point.bindings().sizes().of(point.expression().shape()));
    assertThat(value.stream()).allMatch(Double::isFinite);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void unguardedGraphsHaveValuesOfTheirShape(@ForAll("unguarded") BoundExpr point) {
    Tensor value = Evaluator.doubles().value(point.expression(), point.bindings());

    assertThat(value.sizes()).isEqualTo(point.bindings().sizes().of(point.expression().shape()));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void costsAreScalars(@ForAll("costs") BoundExpr point) {
    assertThat(point.expression().isScalar()).isTrue();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void samplesNameEachVariableAndEachNode(@ForAll("guarded") BoundExpr point) {
    String text = point.toString();

    point.variables().forEach(x -> assertThat(text).contains(x.primitive().name() + " ("));
    nodes(point.expression())
        .filter(node -> !node.operands().isEmpty())
        .forEach(node -> assertThat(text).contains(" = " + node.primitive() + " of "));
  }

  @Example
  void everyPrimitiveOccurs() {
    Set<Object> seen =
        Graphs.withKinks()
            .expressions()
            .sampleStream()
            .limit(2000)
            .flatMap(GraphsProperties::nodes)
            .map(Expr::primitive)
            .map(
                primitive ->
                    RECORDS.contains(primitive.getClass()) ? primitive.getClass() : primitive)
            .collect(Collectors.toSet());

    assertThat(seen)
        .containsAll(RECORDS)
        .containsAll(UnaryFunction.ALL)
        .containsAll(BinaryFunction.ALL)
        .containsAll(MatrixPrimitive.ALL);
  }

  @Example
  void sharedPartsAndSizesOfOneOccur() {
    Set<String> seen = new TreeSet<>();
    BoundExpr.of(Graphs.smooth().expressions(), Entries.round())
        .sampleStream()
        .limit(300)
        .forEach(
            point -> {
              long edges = nodes(point.expression()).mapToLong(e -> e.operands().size()).sum();
              seen.add(edges >= nodes(point.expression()).count() ? "shared" : "a tree");
              point.bindings().sizes().asMap().forEach((name, size) -> seen.add("size " + size));
              nodes(point.expression())
                  .flatMap(node -> node.shape().dims().stream())
                  .filter(Dim::isConstant)
                  .forEach(dim -> seen.add("constant"));
            });

    assertThat(seen).contains("shared", "a tree", "size 1", "size 2", "size 3", "constant");
  }

  private static Stream<Expr> nodes(Expr expression) {
    return ExprGraph.postOrder(ImmutableList.of(expression)).stream();
  }
}
