package org.backproof.autodiff.rewrite;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.backproof.autodiff.rewrite.Product.Factor;
import org.backproof.core.number.Rational;

/**
 * Writes a product as people do: the sign in front, numbers first, what is of scalar shape
 * multiplied before it meets whole tensors, and one bar for each of the two.
 */
final class ProductBuilder {
  private static final Weighed ONE = Weighed.literal(Rational.ONE);
  private static final int DIGITS_OF_A_DOUBLE = 53;

  private final Rational coefficient;
  private final List<Weighed> scalarsAbove = new ArrayList<>();
  private final List<Weighed> scalarsBelow = new ArrayList<>();
  private final List<Weighed> tensorsAbove = new ArrayList<>();
  private final List<Weighed> tensorsBelow = new ArrayList<>();

  ProductBuilder(Rational coefficient, Iterable<Factor> factors) {
    this.coefficient = coefficient;
    for (Factor factor : factors) {
      boolean below = factor.exponent().signum() < 0;
      List<Weighed> place =
          factor.isScalar()
              ? (below ? scalarsBelow : scalarsAbove)
              : (below ? tensorsBelow : tensorsAbove);
      place.add(factor.to(factor.exponent().abs()).power());
    }
  }

  /** One more factor: a number after the others, a tensor before them. */
  ProductBuilder with(Weighed factor) {
    if (factor.expr().isScalar()) {
      scalarsAbove.add(factor);
    } else {
      tensorsAbove.add(0, factor);
    }
    return this;
  }

  Weighed build() {
    if (coefficient.signum() == 0) {
      return Weighed.literal(Rational.ZERO);
    }
    placeNumber(coefficient.abs());
    Weighed product = joined();
    return coefficient.signum() < 0 ? product.negate() : product;
  }

  /**
   * A fraction goes above and below the bar where something is below it already, or where only its
   * denominator would be written.
   */
  private void placeNumber(Rational number) {
    Rational above = Rational.of(number.numerator(), BigInteger.ONE);
    Rational below = Rational.of(number.denominator(), BigInteger.ONE);
    boolean somethingAbove = !scalarsAbove.isEmpty() || !tensorsAbove.isEmpty();
    boolean onlyDenominator = somethingAbove && above.equals(Rational.ONE);
    boolean split = isExact(number) && (onlyDenominator || !scalarsBelow.isEmpty());
    if (split) {
      place(above, scalarsAbove);
      place(below, scalarsBelow);
    } else {
      place(number, scalarsAbove);
    }
  }

  private static boolean isExact(Rational number) {
    return number.numerator().bitLength() <= DIGITS_OF_A_DOUBLE
        && number.denominator().bitLength() <= DIGITS_OF_A_DOUBLE;
  }

  private static void place(Rational number, List<Weighed> list) {
    if (!number.equals(Rational.ONE)) {
      list.add(0, Weighed.literal(number));
    }
  }

  private Weighed joined() {
    if (tensorsAbove.isEmpty()) {
      Weighed scalar = quotient(scalarsAbove, scalarsBelow);
      return quotient(ImmutableList.of(scalar), tensorsBelow);
    }
    Weighed tensor = quotient(tensorsAbove, tensorsBelow);
    return scalarsAbove.isEmpty()
        ? quotient(ImmutableList.of(tensor), scalarsBelow)
        : quotient(scalarsAbove, scalarsBelow).times(tensor);
  }

  private static Weighed quotient(List<Weighed> above, List<Weighed> below) {
    Weighed numerator = above.stream().reduce(Weighed::times).orElse(ONE);
    return below.stream().reduce(Weighed::times).map(numerator::dividedBy).orElse(numerator);
  }
}
