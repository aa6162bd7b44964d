package org.backproof.autodiff.expr;

import java.util.function.DoubleUnaryOperator;
import org.backproof.core.number.NumberSystem;
import org.backproof.core.number.Rational;

/** The power by an exact number: {@code d x^r = r x^(r-1) dx}, with {@code x^0 = 1} everywhere. */
public record Power(Rational exponent) implements Unary {
  @Override
  public String name() {
    return "power";
  }

  @Override
  public <T> T apply(NumberSystem<T> system, T x) {
    return system.power(x, exponent);
  }

  @Override
  public DoubleUnaryOperator onDoubles() {
    double power = exponent.toDouble();
    return power == 2 ? x -> x * x : x -> Math.pow(x, power);
  }

  @Override
  public Expr derivative(Expr argument, Expr value) {
    return exponent.signum() == 0
        ? Expr.literal(0)
        : Expr.literal(exponent).times(argument.pow(exponent.minus(Rational.ONE)));
  }
}
