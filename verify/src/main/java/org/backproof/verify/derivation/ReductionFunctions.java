package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.Structure;

/** The functions along an axis, and those of two arguments entry by entry. */
final class ReductionFunctions {
  static final ImmutableMap<String, Function<CallArguments, Value>> ALL =
      ImmutableMap.<String, Function<CallArguments, Value>>builder()
          .put("sum", reduction(Functions::sum))
          .put("mean", reduction(Functions::mean))
          .put("max", reduction(Functions::max))
          .put("min", reduction(Functions::min))
          .put("prod", reduction(ReductionFunctions::prod))
          .put("logsumexp", arguments -> alongAxis(arguments, Functions::logSumExp, true))
          .put("softmax", arguments -> alongAxis(arguments, Functions::softmax, false))
          .put("maximum", arguments -> ofTwo(arguments, Functions::max))
          .put("minimum", arguments -> ofTwo(arguments, Functions::min))
          .buildOrThrow();

  /** A reduction of some axes, which go away. */
  private interface Reduction {
    Expr apply(Expr e, int... axes);
  }

  /** A function along one axis. */
  private interface AlongAxis {
    Expr apply(Expr e, int axis);
  }

  /** A function of two. */
  private interface OfTwo {
    Expr apply(Expr x, Expr y);
  }

  private ReductionFunctions() {}

  private static Function<CallArguments, Value> reduction(Reduction reduction) {
    return arguments -> {
      arguments.require(1, 1, "axis", "keepdims");
      Value value = arguments.value(0);
      Optional<Integer> axis = arguments.axis(value);
      int[] axes =
          (axis.isPresent() ? IntStream.of(axis.get()) : IntStream.range(0, value.rank()))
              .map(value::axis)
              .toArray();
      boolean keeps = arguments.keepsAxes();
      return Alignment.map(e -> reduce(reduction, e, axes, keeps), value);
    };
  }

  private static Expr reduce(Reduction reduction, Expr e, int[] axes, boolean keeps) {
    Expr reduced = axes.length == 0 ? e : reduction.apply(e, axes);
    return keeps && axes.length > 0 ? Structure.insertAxes(reduced, axes) : reduced;
  }

  private static Expr prod(Expr e, int... axes) {
    Expr product = e;
    for (int i = axes.length - 1; i >= 0; i--) {
      product = Functions.prod(product, axes[i]);
    }
    return product;
  }

  private static Value alongAxis(CallArguments arguments, AlongAxis function, boolean reduces) {
    if (reduces) {
      arguments.require(1, 1, "axis", "keepdims");
    } else {
      arguments.require(1, 1, "axis");
    }
    Value value = arguments.value(0);
    Optional<Integer> given = arguments.axis(value);
    if (given.isEmpty() && value.rank() != 1) {
      throw arguments.shapeFault(0, value, "without axis=... takes a vector");
    }
    int axis = value.axis(given.orElse(0));
    boolean keeps = reduces && arguments.keepsAxes();
    return Alignment.map(
        e -> keeps ? Structure.insertAxes(function.apply(e, axis), axis) : function.apply(e, axis),
        value);
  }

  private static Value ofTwo(CallArguments arguments, OfTwo function) {
    arguments.require(2, 2);
    Value x = arguments.value(0);
    Value y = arguments.value(1);
    arguments.requireBroadcast(x, y);
    return Alignment.map(function::apply, x, y);
  }
}
