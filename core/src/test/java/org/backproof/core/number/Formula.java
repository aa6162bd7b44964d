package org.backproof.core.number;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A random composition of the functions of number systems, with a value over each of them. */
interface Formula {
  <T> T value(NumberSystem<T> system, List<T> arguments);

  /** Formulas of a few functions over {@code arguments} arguments. */
  static Arbitrary<Formula> of(int arguments) {
    Arbitrary<Formula> leaves =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, arguments - 1).map(Argument::new),
            Arbitraries.of(-2, -1, 0, 1, 2, 3).map(n -> new Constant(Rational.of(n))),
            Arbitraries.of(Rational.of(1, 3), Rational.of(-7, 10)).map(Constant::new));
    return Arbitraries.lazyOf(
        () -> leaves,
        () -> leaves,
        () ->
            Combinators.combine(Arbitraries.of(Function.class), of(arguments)).as(Application::new),
        () ->
            Combinators.combine(Arbitraries.of(Operation.class), of(arguments), of(arguments))
                .as(Combination::new));
  }

  record Argument(int index) implements Formula {
    @Override
    public <T> T value(NumberSystem<T> system, List<T> arguments) {
      return arguments.get(index);
    }
  }

  record Constant(Rational number) implements Formula {
    @Override
    public <T> T value(NumberSystem<T> system, List<T> arguments) {
      return system.of(number);
    }
  }

  record Application(Function function, Formula operand) implements Formula {
    @Override
    public <T> T value(NumberSystem<T> system, List<T> arguments) {
      return function.apply(system, operand.value(system, arguments));
    }
  }

  record Combination(Operation operation, Formula left, Formula right) implements Formula {
    @Override
    public <T> T value(NumberSystem<T> system, List<T> arguments) {
      return operation.apply(system, left.value(system, arguments), right.value(system, arguments));
    }
  }

  /** Functions of one number. */
  enum Function {
    NEGATE,
    SIGMOID,
    TANH,
    SOFTPLUS,
    EXP_OF_TANH,
    EXPM1,
    LOG,
    LOG1P_OF_SQUARE,
    SQRT_OF_ABS,
    SIN,
    COS,
    SQUARE,
    CUBE,
    RECIPROCAL_OF_SQUARE,
    CLAMP;

    <T> T apply(NumberSystem<T> s, T x) {
      return switch (this) {
        case NEGATE -> s.negate(x);
        case SIGMOID -> s.sigmoid(x);
        case TANH -> s.tanh(x);
        case SOFTPLUS -> s.softplus(x);
        case EXP_OF_TANH -> s.exp(s.multiply(s.of(Rational.of(3)), s.tanh(x)));
        case EXPM1 -> s.expm1(s.sigmoid(x));
        case LOG -> s.log(x);
        case LOG1P_OF_SQUARE -> s.log1p(s.multiply(x, x));
        case SQRT_OF_ABS -> s.sqrt(s.abs(x));
        case SIN -> s.sin(x);
        case COS -> s.cos(x);
        case SQUARE -> s.power(x, Rational.of(2));
        case CUBE -> s.power(x, Rational.of(3));
        case RECIPROCAL_OF_SQUARE -> s.power(x, Rational.of(-2));
        case CLAMP -> s.select(s.less(x, s.one()), x, s.sqrt(x));
      };
    }
  }

  /** Functions of two numbers. */
  enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    MAX,
    POWER;

    <T> T apply(NumberSystem<T> s, T a, T b) {
      return switch (this) {
        case ADD -> s.add(a, b);
        case SUBTRACT -> s.subtract(a, b);
        case MULTIPLY -> s.multiply(a, b);
        case DIVIDE -> s.divide(a, b);
        case MAX -> s.max(a, b);
        case POWER -> s.pow(s.softplus(a), s.tanh(b));
      };
    }
  }
}
