package org.backproof.verify.derivative;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.number.Dual;
import org.backproof.core.number.DualNumbers;
import org.backproof.core.number.NoValueException;
import org.backproof.core.number.NumberSystem;
import org.backproof.core.tensor.NumberTensor;
import org.backproof.core.tensor.Tensor;
import org.backproof.verify.arbitrary.BoundExpr;
import org.backproof.verify.number.HighPrecisionNumbers;

/**
 * An expression f at a point, with a direction v for each variable and a cotangent w of f's shape:
 * what the two modes make of {@code J v} and {@code J' w}, and their values.
 */
final class Problem {
  static final HighPrecisionNumbers DECIMALS = new HighPrecisionNumbers(60);

  /** The unit round-off of the decimal numbers. */
  private static final BigDecimal DECIMAL_UNIT = new BigDecimal("0.5e-59");

  /** A number for an entry of a variable, from its value and its direction. */
  interface Embedding<T> {
    T of(double value, double direction);
  }

  private final BoundExpr point;
  private final ImmutableList<Expr> variables;
  private final ImmutableList<Expr> directions;
  private final Expr cotangent;
  private final ImmutableList<Expr> expressions;
  private final Bindings<Tensor> bindings;
  private final Supplier<List<NumberTensor<BigDecimal>>> exact =
      Suppliers.memoize(() -> values(DECIMALS, DECIMALS::of));
  private final Supplier<List<NumberTensor<Rounded>>> rounded =
      Suppliers.memoize(() -> values(RoundedNumbers.INSTANCE, Rounded::variable));
  private final Supplier<List<Rounded>> roundedTangents =
      Suppliers.memoize(() -> tangents(RoundedNumbers.INSTANCE, Rounded::variable));

  Problem(BoundExpr point, Modes modes) {
    Expr output = point.expression();
    this.point = point;
    this.variables = point.variables();
    this.directions =
        variables.stream()
            .map(x -> Expr.variable("direction of " + x.primitive().name(), x.shape()))
            .collect(ImmutableList.toImmutableList());
    this.cotangent = Expr.variable("cotangent", output.shape());
    this.bindings = withDirections();
    Map<Expr, Expr> tangents = new LinkedHashMap<>();
    variables.forEach(x -> tangents.put(x, directions.get(tangents.size())));
    Expr pushed = modes.pushForward(output, tangents);
    ImmutableList<Expr> pulled = modes.pullBack(output, variables, cotangent);
    Expr alongDirections = Expr.literal(0);
    for (int k = 0; k < pulled.size(); k++) {
      alongDirections = alongDirections.plus(pulled.get(k).times(directions.get(k)).sum());
    }
    this.expressions =
        ImmutableList.<Expr>builder()
            .add(output, pushed, pushed.times(cotangent).sum(), alongDirections)
            .addAll(pulled)
            .build();
  }

  /** Directions of no particular kind: a fault that one of these does not see is a rare one. */
  private Bindings<Tensor> withDirections() {
    Random random = new Random(7);
    Map<Expr, Tensor> values = new LinkedHashMap<>(point.bindings().values());
    List<Expr> drawn = new ArrayList<>(directions);
    drawn.add(cotangent);
    for (Expr direction : drawn) {
      int[] sizes = point.bindings().sizes().of(direction.shape());
      values.put(direction, Tensor.generate(index -> 2 * random.nextDouble() - 1, sizes));
    }
    return Evaluator.doubles().bind(values, point.bindings().sizes());
  }

  /**
   * The expressions whose values are compared: f, {@code J v}, {@code <w, J v>}, {@code <J' w, v>},
   * and for each variable its part of {@code J' w}.
   */
  ImmutableList<Expr> expressions() {
    return expressions;
  }

  /** The variables, the directions and the cotangent, with their tensors. */
  Bindings<Tensor> bindings() {
    return bindings;
  }

  /**
   * Whether everything has a finite value, and no comparison can be turned by round-off or a small
   * step: the point is inside the domain and at no kink.
   */
  boolean isRegular() {
    try {
      return !exact.get().isEmpty()
          && rounded.get().stream().flatMap(Problem::entries).allMatch(Problem::isFinite)
          && roundedTangents.get().stream().allMatch(Problem::isFinite);
    } catch (NoValueException e) {
      return false;
    }
  }

  private static boolean isFinite(Rounded x) {
    return Double.isFinite(x.value()) && Double.isFinite(x.bound());
  }

  static <T> Stream<T> entries(NumberTensor<T> tensor) {
    return IntStream.range(0, tensor.length()).mapToObj(tensor::entry);
  }

  /** The values of {@link #expressions} to 60 digits. */
  List<Estimate> exact(int expression) {
    NumberTensor<BigDecimal> values = exact.get().get(expression);
    NumberTensor<Rounded> bounds = rounded.get().get(expression);
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < values.length(); i++) {
      estimates.add(decimal(values.entry(i), bounds.entry(i)));
    }
    return estimates;
  }

  /**
   * A decimal number that was computed as the rounded one was. Given numbers, which are doubles of
   * more digits, are rounded too: that counts as one more for each that is counted, and one.
   */
  static Estimate decimal(BigDecimal value, Rounded rounded) {
    BigDecimal roundings = new BigDecimal(2 * rounded.roundings() + 1);
    BigDecimal magnitude = new BigDecimal(rounded.magnitude());
    return new Estimate(value, DECIMAL_UNIT.multiply(roundings).multiply(magnitude));
  }

  /** Bounds on the round-off of an expression in doubles. */
  List<Rounded> rounded(int expression) {
    return entries(rounded.get().get(expression)).toList();
  }

  /** {@code J v} by dual numbers in doubles, with bounds on its round-off. */
  List<Rounded> roundedTangents() {
    return roundedTangents.get();
  }

  /** The values of {@link #expressions} in any system. */
  <T> List<NumberTensor<T>> values(NumberSystem<T> system, DoubleFunction<T> number) {
    Map<Expr, NumberTensor<T>> values = new LinkedHashMap<>();
    bindings
        .values()
        .forEach(
            (variable, tensor) ->
                values.put(variable, embed(tensor, i -> number.apply(tensor.entry(i)))));
    Evaluator<NumberTensor<T>> evaluator = Evaluator.over(system);
    return evaluator.values(expressions, evaluator.bind(values, bindings.sizes()));
  }

  /** The output, where each entry of a variable is made of its value and its direction. */
  <T> List<T> output(NumberSystem<T> system, Embedding<T> embedding) {
    Map<Expr, NumberTensor<T>> values = new LinkedHashMap<>();
    for (int k = 0; k < variables.size(); k++) {
      Tensor value = tensor(variables.get(k));
      Tensor direction = tensor(directions.get(k));
      values.put(
          variables.get(k), embed(value, i -> embedding.of(value.entry(i), direction.entry(i))));
    }
    Evaluator<NumberTensor<T>> evaluator = Evaluator.over(system);
    return entries(evaluator.value(point.expression(), evaluator.bind(values, bindings.sizes())))
        .toList();
  }

  private static <T> NumberTensor<T> embed(Tensor tensor, IntFunction<T> entry) {
    return NumberTensor.of(
        IntStream.range(0, tensor.length()).mapToObj(entry).toList(), tensor.sizes());
  }

  /** {@code J v} by dual numbers over a system. */
  <T> List<T> tangents(NumberSystem<T> base, DoubleFunction<T> number) {
    DualNumbers<T> duals = DualNumbers.over(base);
    return output(duals, (x, v) -> new Dual<>(number.apply(x), number.apply(v))).stream()
        .map(Dual::tangent)
        .toList();
  }

  /** The sum of products of the cotangent with something of the output's shape. */
  Estimate againstCotangent(List<Estimate> entries) {
    Tensor w = tensor(cotangent);
    Estimate sum = Estimate.of(0, 0);
    for (int i = 0; i < entries.size(); i++) {
      sum = sum.plus(entries.get(i).times(new BigDecimal(w.entry(i))));
    }
    return sum;
  }

  private Tensor tensor(Expr variable) {
    return Objects.requireNonNull(bindings.values().get(variable));
  }
}
