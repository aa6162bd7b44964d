package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableMap;
import java.util.function.Function;
import org.backproof.autodiff.expr.Derivative;
import org.backproof.autodiff.expr.Expr;
import org.backproof.verify.notation.Node;

/** Derivatives, which are named and not taken: gradients and a Jacobian's products. */
final class Derivatives {
  static final ImmutableMap<String, Function<CallArguments, Value>> ALL =
      ImmutableMap.of(
          "grad",
          Derivatives::gradient,
          "hess",
          Derivatives::hessian,
          "jvp",
          arguments -> product(arguments, true),
          "vjp",
          arguments -> product(arguments, false));

  private Derivatives() {}

  private static Value gradient(CallArguments arguments) {
    arguments.require(2, 2);
    return Value.of(Derivative.gradient(cost(arguments), by(arguments)));
  }

  private static Value hessian(CallArguments arguments) {
    arguments.require(2, 2);
    throw Fault.of(
        arguments.node(0).span(),
        "A Hessian stands in a product alone: hess(J, x) @ v, with v of the shape of x");
  }

  /** {@code hess(J, x) @ v}: how the gradient moves when x moves along v. */
  static Value hessianProduct(Lowering lowering, Node.Call hessian, Node along, Scope scope) {
    CallArguments arguments = new CallArguments(lowering, hessian, scope);
    arguments.require(2, 2);
    Expr by = by(arguments);
    Expr gradient = Derivative.gradient(cost(arguments), by);
    Value direction = lowering.value(along, scope);
    requireShape(lowering, along, direction, Value.of(by), arguments.node(1));
    requireNoIndex(along, direction);
    return Value.of(Derivative.jvp(gradient, by, direction.expr()));
  }

  private static Value product(CallArguments arguments, boolean isForward) {
    arguments.require(3, 3);
    Value function = arguments.value(0);
    requireNoIndex(arguments.node(0), function);
    Expr by = by(arguments);
    Value direction = arguments.value(2);
    requireNoIndex(arguments.node(2), direction);
    requireShape(
        arguments.lowering(),
        arguments.node(2),
        direction,
        isForward ? Value.of(by) : function,
        arguments.node(isForward ? 1 : 0));
    return Value.of(
        isForward
            ? Derivative.jvp(function.expr(), by, direction.expr())
            : Derivative.vjp(function.expr(), by, direction.expr()));
  }

  private static Expr cost(CallArguments arguments) {
    Value cost = arguments.value(0);
    requireNoIndex(arguments.node(0), cost);
    if (cost.rank() != 0) {
      throw arguments.shapeFault(0, cost, "takes the derivative of a scalar");
    }
    return cost.expr();
  }

  private static Expr by(CallArguments arguments) {
    Node by = arguments.node(1);
    if (!(by instanceof Node.Name written)) {
      throw Fault.of(
          by.span(),
          "A derivative is taken by a name that is given or defined, not by "
              + arguments.lowering().quote(by.span()));
    }
    String name = written.name();
    if (arguments.scope().names().isSize(name) || arguments.scope().index(name).isPresent()) {
      throw Fault.of(
          by.span(), "'" + name + "' is a whole number, by which there is no derivative");
    }
    return arguments.value(1).expr();
  }

  private static void requireNoIndex(Node node, Value value) {
    if (!value.indices().isEmpty()) {
      throw Fault.of(
          node.span(),
          "This depends on the index "
              + value.indices().get(0).name()
              + "; derivatives are taken of whole tensors, and then indexed: grad(J, A)[i, j]");
    }
  }

  private static void requireShape(
      Lowering lowering, Node node, Value value, Value like, Node likeNode) {
    if (!value.shape().equals(like.shape())) {
      throw Fault.ofShapes(
          node.span(),
          "A direction has the shape of what it is a direction of, but "
              + lowering.describe(node, value)
              + " is not of the shape of "
              + lowering.describe(likeNode, like));
    }
  }
}
