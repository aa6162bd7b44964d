package org.backproof.autodiff.expr;

import com.google.common.collect.ImmutableList;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.backproof.core.kernel.ScalarFunctions;
import org.backproof.core.number.NumberSystem;

/**
 * The functions of one number. Each is one line: its name, its value over any number system, its
 * value on doubles, and its derivative in terms of the argument {@code x} and the value {@code y}
 * (Abramowitz &amp; Stegun, chapters 3 and 4), in a form that keeps its relative accuracy where the
 * function saturates.
 *
 * <p>At a kink the derivative is one of the subgradients: that of {@code relu} and {@code abs} at 0
 * is 0.
 */
public final class UnaryFunction implements Unary {
  private static final Expr ZERO = Expr.literal(0);
  private static final Expr ONE = Expr.literal(1);

  public static final UnaryFunction NEGATE =
      new UnaryFunction("negate", NumberSystem::negate, x -> -x, (x, y) -> ONE.negate());
  public static final UnaryFunction EXP =
      new UnaryFunction("exp", NumberSystem::exp, Math::exp, (x, y) -> y);
  public static final UnaryFunction EXPM1 =
      new UnaryFunction("expm1", NumberSystem::expm1, Math::expm1, (x, y) -> Functions.exp(x));
  public static final UnaryFunction LOG =
      new UnaryFunction("log", NumberSystem::log, Math::log, (x, y) -> x.reciprocal());
  public static final UnaryFunction LOG1P =
      new UnaryFunction(
          "log1p", NumberSystem::log1p, Math::log1p, (x, y) -> ONE.plus(x).reciprocal());
  public static final UnaryFunction SIGMOID =
      new UnaryFunction(
          "sigmoid",
          NumberSystem::sigmoid,
          ScalarFunctions::sigmoid,
          (x, y) -> y.times(Functions.sigmoid(x.negate())));
  public static final UnaryFunction SOFTPLUS =
      new UnaryFunction(
          "softplus",
          NumberSystem::softplus,
          ScalarFunctions::softplus,
          (x, y) -> Functions.sigmoid(x));
  public static final UnaryFunction TANH =
      new UnaryFunction("tanh", NumberSystem::tanh, Math::tanh, (x, y) -> Functions.sechSquared(x));
  public static final UnaryFunction SIN =
      new UnaryFunction("sin", NumberSystem::sin, Math::sin, (x, y) -> Functions.cos(x));
  public static final UnaryFunction COS =
      new UnaryFunction("cos", NumberSystem::cos, Math::cos, (x, y) -> Functions.sin(x).negate());
  public static final UnaryFunction SQRT =
      new UnaryFunction("sqrt", NumberSystem::sqrt, Math::sqrt, (x, y) -> y.times(2).reciprocal());
  public static final UnaryFunction ABS =
      new UnaryFunction("abs", NumberSystem::abs, Math::abs, (x, y) -> Functions.sign(x));
  public static final UnaryFunction RELU =
      new UnaryFunction(
          "relu", UnaryFunction::relu, x -> Math.max(x, 0), (x, y) -> Functions.step(x));

  /** One above 0, else zero. */
  public static final UnaryFunction STEP =
      new UnaryFunction("step", UnaryFunction::step, x -> x > 0 ? 1 : 0, (x, y) -> ZERO);

  /** Minus one, zero or one. */
  public static final UnaryFunction SIGN =
      new UnaryFunction("sign", UnaryFunction::sign, Math::signum, (x, y) -> ZERO);

  /** All of the above. */
  public static final ImmutableList<UnaryFunction> ALL =
      ImmutableList.of(
          NEGATE, EXP, EXPM1, LOG, LOG1P, SIGMOID, SOFTPLUS, TANH, SIN, COS, SQRT, ABS, RELU, STEP,
          SIGN);

  /** The value of a function over any number system. */
  private interface Value {
    <T> T apply(NumberSystem<T> system, T x);
  }

  private final String name;
  private final Value value;
  private final DoubleUnaryOperator onDoubles;
  private final BinaryOperator<Expr> derivative;

  private UnaryFunction(
      String name, Value value, DoubleUnaryOperator onDoubles, BinaryOperator<Expr> derivative) {
    this.name = name;
    this.value = value;
    this.onDoubles = onDoubles;
    this.derivative = derivative;
  }

  private static <T> T relu(NumberSystem<T> system, T x) {
    return system.max(x, system.zero());
  }

  private static <T> T step(NumberSystem<T> system, T x) {
    return system.less(system.zero(), x);
  }

  private static <T> T sign(NumberSystem<T> system, T x) {
    return system.subtract(system.less(system.zero(), x), system.less(x, system.zero()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public <T> T apply(NumberSystem<T> system, T x) {
    return value.apply(system, x);
  }

  @Override
  public DoubleUnaryOperator onDoubles() {
    return onDoubles;
  }

  @Override
  public Expr derivative(Expr argument, Expr result) {
    return derivative.apply(argument, result);
  }

  /** From the name alone, so that it is the same in every run. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return name;
  }
}
