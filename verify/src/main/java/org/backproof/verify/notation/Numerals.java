package org.backproof.verify.notation;

import java.math.BigDecimal;
import org.backproof.core.number.Rational;

/** Reads numbers exactly. */
final class Numerals {
  private Numerals() {}

  /** The number that a token of that kind is; its size is bounded. */
  static Rational read(Token token) {
    String text = token.text();
    int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
    String exponent = exponentAt < 0 ? "" : text.substring(exponentAt + 1);
    boolean fits =
        exponent.length() <= 6
            && text.length() <= Limits.DIGITS
            && (exponent.isEmpty() || Math.abs(Integer.parseInt(exponent)) <= Limits.DIGITS);
    if (!fits) {
      throw new SyntaxFault(
          token.span(),
          "A number has at most "
              + Limits.DIGITS
              + " digits, and an exponent up to "
              + Limits.DIGITS);
    }
    return Rational.of(new BigDecimal(text));
  }
}
