package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableMap;
import java.util.function.Function;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Structure;
import org.backproof.autodiff.expr.UnaryFunction;
import org.backproof.verify.notation.Node;
import org.backproof.verify.notation.Spelling;

/** The functions of the notation, by name. */
final class BuiltIns {
  /** The scalar functions, which alone have a derivative {@code f'}. */
  private static final ImmutableMap<String, UnaryFunction> SCALAR =
      UnaryFunction.ALL.stream()
          .filter(function -> !function.equals(UnaryFunction.NEGATE))
          .collect(ImmutableMap.toImmutableMap(UnaryFunction::name, Function.identity()));

  private static final ImmutableMap<String, Function<CallArguments, Value>> OTHERS =
      ImmutableMap.<String, Function<CallArguments, Value>>builder()
          .putAll(ReductionFunctions.ALL)
          .putAll(MatrixFunctions.ALL)
          .putAll(Derivatives.ALL)
          .buildOrThrow();

  private BuiltIns() {}

  static boolean isFunction(String name) {
    return SCALAR.containsKey(name) || OTHERS.containsKey(name);
  }

  /** The value of a call. */
  static Value call(Lowering lowering, Node.Call call, Scope scope) {
    CallArguments arguments = new CallArguments(lowering, call, scope);
    UnaryFunction scalar = SCALAR.get(call.function());
    if (scalar != null) {
      arguments.require(1, 1);
      return Alignment.map(e -> Expr.of(scalar, e), arguments.value(0));
    }
    Function<CallArguments, Value> other = OTHERS.get(call.function());
    if (other == null) {
      throw noFunction(call, scope);
    }
    return other.apply(arguments);
  }

  private static Fault noFunction(Node.Call call, Scope scope) {
    String name = call.function();
    boolean isValue = scope.names().isTensor(name) || scope.names().isSize(name);
    return Fault.of(
        call.nameSpan(),
        isValue
            ? "'" + name + "' is not a function; a product is written with * or @, an entry with []"
            : "There is no function '" + name + "'" + Spelling.hint(name, names()));
  }

  private static Iterable<String> names() {
    return ImmutableMap.<String, Object>builder()
        .putAll(SCALAR)
        .putAll(OTHERS)
        .buildOrThrow()
        .keySet();
  }

  /** The value of {@code f'(a)}. */
  static Value derivative(Lowering lowering, Node.Prime prime, Scope scope) {
    UnaryFunction function = SCALAR.get(prime.function());
    if (function == null) {
      String hint =
          isFunction(prime.function())
              ? "'" + prime.function() + "' is no function of one number, so it has no f'"
              : "There is no function '"
                  + prime.function()
                  + "'"
                  + Spelling.hint(prime.function(), SCALAR.keySet());
      throw Fault.of(prime.nameSpan(), hint);
    }
    return Alignment.map(
        e -> Structure.spread(function.derivative(e, Expr.of(function, e)), e.shape()),
        lowering.value(prime.argument(), scope));
  }
}
