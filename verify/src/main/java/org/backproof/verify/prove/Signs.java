package org.backproof.verify.prove;

import java.math.BigInteger;
import java.util.Map;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;

/** What is known of signs, for every size and every value at which a form is defined. */
final class Signs {
  private static final BigInteger TWO = BigInteger.valueOf(2);

  private Signs() {}

  /** Whether the form is above zero for sure. */
  static boolean isPositive(Form form) {
    boolean some = false;
    for (Map.Entry<Monomial, Rational> term : form.terms().entrySet()) {
      if (term.getValue().signum() < 0 || !isNotNegative(term.getKey())) {
        return false;
      }
      some |= isPositive(term.getKey());
    }
    return some;
  }

  static boolean isPositive(Monomial monomial) {
    return monomial.factors().stream().allMatch(Signs::isPositive)
        && monomial.bound().stream().allMatch(index -> isNeverEmpty(index.range()));
  }

  /** Every name is at least 1, so a size without negative parts is too. */
  private static boolean isNeverEmpty(Dim range) {
    return range.constant() >= 0 && range.names().stream().allMatch(n -> range.coefficient(n) > 0);
  }

  private static boolean isNotNegative(Monomial monomial) {
    return monomial.factors().stream().allMatch(f -> isPositive(f) || isNotNegative(f));
  }

  static boolean isPositive(Factor factor) {
    return factor.atom().head().isPositive()
        || (isNotNegative(factor) && factor.exponent().signum() < 0);
  }

  /** An even power, or a root, which is defined where it is not negative. */
  private static boolean isNotNegative(Factor factor) {
    Rational exponent = factor.exponent();
    Head head = factor.atom().head();
    boolean gate =
        head instanceof Head.Delta
            || head instanceof Head.Value
            || (head instanceof Head.Applied applied
                && (applied.function() == Function.STEP || applied.function() == Function.IS_ZERO));
    return gate
        || head.isPositive()
        || (!exponent.isInteger() && exponent.denominator().mod(TWO).signum() == 0)
        || exponent.numerator().mod(TWO).signum() == 0;
  }
}
