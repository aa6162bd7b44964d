package org.backproof.verify.derivation;

import java.util.Optional;
import org.backproof.core.number.Rational;
import org.backproof.verify.notation.Node;

/** Computes numbers that are written as expressions of numbers. */
final class Constants {
  private static final int MOST_BITS = 4096;

  private Constants() {}

  /**
   * The value of an expression in which there are nothing but numbers; else nothing.
   *
   * @throws Fault if it divides by 0 or has more than about 1200 digits
   */
  static Optional<Rational> of(Node node) {
    if (node instanceof Node.Numeral numeral) {
      return Optional.of(numeral.value());
    }
    if (node instanceof Node.Negation negation) {
      return of(negation.operand()).map(Rational::negate);
    }
    return node instanceof Node.Binary binary ? binary(binary) : Optional.empty();
  }

  private static Optional<Rational> binary(Node.Binary node) {
    Optional<Rational> left = of(node.left());
    Optional<Rational> right = left.isPresent() ? of(node.right()) : Optional.empty();
    if (right.isEmpty()) {
      return Optional.empty();
    }
    Rational a = left.get();
    Rational b = right.get();
    return switch (node.operator()) {
      case ADD -> Optional.of(bounded(a.plus(b), node));
      case SUBTRACT -> Optional.of(bounded(a.minus(b), node));
      case MULTIPLY -> Optional.of(bounded(a.times(b), node));
      case DIVIDE -> {
        requireNonZero(b, node);
        yield Optional.of(bounded(a.dividedBy(b), node));
      }
      case POWER -> power(a, b, node);
      default -> Optional.empty();
    };
  }

  private static Optional<Rational> power(Rational base, Rational exponent, Node.Binary node) {
    if (!exponent.isInteger()) {
      return Optional.empty();
    }
    if (exponent.signum() < 0) {
      requireNonZero(base, node);
    }
    boolean isLarge = exponent.numerator().bitLength() > 12;
    int bits = base.numerator().bitLength() + base.denominator().bitLength();
    if (isLarge || (long) bits * Math.abs(exponent.numerator().intValue()) > MOST_BITS) {
      throw tooLarge(node);
    }
    int count = Math.abs(exponent.numerator().intValueExact());
    Rational power = Rational.of(base.numerator().pow(count), base.denominator().pow(count));
    return Optional.of(exponent.signum() < 0 ? power.reciprocal() : power);
  }

  private static void requireNonZero(Rational value, Node.Binary node) {
    if (value.signum() == 0) {
      throw Fault.of(node.right().span(), "A number cannot be divided by 0");
    }
  }

  private static Rational bounded(Rational value, Node node) {
    if (value.numerator().bitLength() > MOST_BITS || value.denominator().bitLength() > MOST_BITS) {
      throw tooLarge(node);
    }
    return value;
  }

  private static Fault tooLarge(Node node) {
    return Fault.of(node.span(), "This number is too large to be computed with exactly");
  }
}
