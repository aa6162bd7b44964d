package org.backproof.verify.arbitrary;

import static org.backproof.autodiff.expr.UnaryFunction.COS;
import static org.backproof.autodiff.expr.UnaryFunction.EXP;
import static org.backproof.autodiff.expr.UnaryFunction.EXPM1;
import static org.backproof.autodiff.expr.UnaryFunction.LOG;
import static org.backproof.autodiff.expr.UnaryFunction.LOG1P;
import static org.backproof.autodiff.expr.UnaryFunction.NEGATE;
import static org.backproof.autodiff.expr.UnaryFunction.SIGMOID;
import static org.backproof.autodiff.expr.UnaryFunction.SIN;
import static org.backproof.autodiff.expr.UnaryFunction.SOFTPLUS;
import static org.backproof.autodiff.expr.UnaryFunction.SQRT;
import static org.backproof.autodiff.expr.UnaryFunction.TANH;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.UnaryFunction;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.backproof.core.tensor.Tensor;
import org.backproof.verify.arbitrary.Operations.Operation;

/** Smooth functions of one or two numbers, entry by entry. */
final class ElementOperations {
  private static final List<UnaryFunction> TAME =
      List.of(NEGATE, SIGMOID, SOFTPLUS, TANH, SIN, COS);
  private static final List<UnaryFunction> GROWING = List.of(EXP, EXPM1);
  private static final List<UnaryFunction> OF_POSITIVE = List.of(LOG, LOG1P, SQRT);

  private static final List<Rational> NATURAL_EXPONENTS =
      List.of(Rational.of(2), Rational.of(3), Rational.ONE, Rational.ZERO);
  private static final List<Rational> OTHER_EXPONENTS =
      List.of(
          Rational.of(-1),
          Rational.of(-2),
          Rational.of(1, 2),
          Rational.of(-3, 2),
          Rational.of(1, 3));

  private static final double GREATEST_ENTRY = Operations.GREATEST_ENTRY;
  private static final double GREATEST_EXPONENT = 4;
  private static final double GREATEST_BASE = 2;

  private final Guard guard;

  ElementOperations(Guard guard) {
    this.guard = guard;
  }

  ImmutableList<Operation> all() {
    return ImmutableList.of(
        (o, choices) -> sum(o, choices),
        (o, choices) -> product(o),
        (o, choices) -> tame(o.first(), choices),
        (o, choices) -> growing(o.first(), choices),
        (o, choices) -> ofPositive(o.first(), choices),
        (o, choices) -> quotient(o),
        (o, choices) -> naturalPower(o.first(), choices),
        (o, choices) -> otherPower(o.first(), choices),
        (o, choices) -> power(o),
        (o, choices) -> select(o, choices),
        (o, choices) -> named(o.first()),
        (o, choices) -> withNumber(o.first(), choices));
  }

  private static Part sum(Operands o, Choices choices) {
    Expr x = o.first().expr();
    Expr y = o.second().expr();
    return new Part(
        choices.below(2) == 0 ? x.plus(y) : x.minus(y), o.first().bound() + o.second().bound());
  }

  private static Part product(Operands o) {
    return new Part(
        o.first().expr().times(o.second().expr()), o.first().bound() * o.second().bound());
  }

  private Part quotient(Operands o) {
    Part divisor = guard.positive(o.second());
    return new Part(o.first().expr().dividedBy(divisor.expr()), o.first().bound() / 0.5);
  }

  private static Part tame(Part x, Choices choices) {
    return new Part(Expr.of(choices.of(TAME), x.expr()), x.bound() + 1);
  }

  private Part growing(Part x, Choices choices) {
    Part exponent = guard.within(GREATEST_EXPONENT, x);
    return new Part(Expr.of(choices.of(GROWING), exponent.expr()), Math.exp(GREATEST_EXPONENT));
  }

  private Part ofPositive(Part x, Choices choices) {
    Part positive = guard.positive(x);
    return new Part(Expr.of(choices.of(OF_POSITIVE), positive.expr()), positive.bound());
  }

  private Part naturalPower(Part x, Choices choices) {
    Part base = guard.within(GREATEST_ENTRY, x);
    return new Part(base.expr().pow(choices.of(NATURAL_EXPONENTS)), Math.pow(GREATEST_ENTRY, 3));
  }

  private Part otherPower(Part x, Choices choices) {
    Part base = guard.positive(guard.within(GREATEST_ENTRY, x));
    return new Part(base.expr().pow(choices.of(OTHER_EXPONENTS)), base.bound());
  }

  private Part power(Operands o) {
    Part base = guard.positive(guard.within(GREATEST_BASE, o.first()));
    Part exponent = guard.within(GREATEST_EXPONENT, o.second());
    return new Part(base.expr().pow(exponent.expr()), Math.pow(base.bound(), exponent.bound()));
  }

  /** One of two where an index is the one chosen: a condition that no variable moves. */
  private static Part select(Operands o, Choices choices) {
    Expr chosen = Functions.equal(index(o.first()), Expr.literal(choices.below(2)));
    return new Part(
        Functions.select(chosen, o.first().expr(), o.second().expr()),
        Math.max(o.first().bound(), o.second().bound()));
  }

  /** The index along the last axis, or a number. */
  private static Expr index(Part part) {
    return part.rank() == 0 ? Expr.literal(1) : Expr.iota(part.shape().dim(-1));
  }

  private static Part named(Part x) {
    return new Part(x.expr().named("t" + x.rank()), x.bound());
  }

  private static Part withNumber(Part x, Choices choices) {
    Expr number =
        choices.of(
            List.of(
                Expr.literal(2),
                Expr.literal(Rational.of(-1, 3)),
                Expr.size(x.rank() == 0 ? Dim.named("n") : x.shape().dim(0)),
                index(x),
                Expr.constant(Tensor.vector(0.75))));
    return new Part(
        choices.below(2) == 0 ? x.expr().times(number) : number.minus(x.expr()),
        x.bound() * 2 * Shapes.GREATEST_SIZE + 2);
  }
}
