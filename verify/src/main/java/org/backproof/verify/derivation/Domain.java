package org.backproof.verify.derivation;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import org.backproof.core.number.Rational;

/**
 * The interval that the entries of what is given are taken from. Immutable.
 *
 * @param low the lower end, empty if there is none
 * @param isLowClosed whether the lower end belongs to it
 * @param high the upper end, empty if there is none
 * @param isHighClosed whether the upper end belongs to it
 */
public record Domain(
    Optional<Rational> low, boolean isLowClosed, Optional<Rational> high, boolean isHighClosed) {
  /** All real numbers. */
  public static final Domain REALS = new Domain(Optional.empty(), false, Optional.empty(), false);

  /**
   * An interval.
   *
   * @throws IllegalArgumentException if an infinite end is closed, or no number lies between the
   *     ends
   */
  public Domain {
    checkArgument(
        (low.isPresent() || !isLowClosed) && (high.isPresent() || !isHighClosed),
        "An infinite end belongs to no domain; write it with a round bracket");
    if (low.isPresent() && high.isPresent()) {
      int order = low.get().compareTo(high.get());
      checkArgument(
          order < 0 || (order == 0 && isLowClosed && isHighClosed),
          "No number lies between the ends %s and %s of this domain",
          low.get(),
          high.get());
    }
  }

  /** The numbers from one to another, both among them. */
  public static Domain closed(Rational low, Rational high) {
    return new Domain(Optional.of(low), true, Optional.of(high), true);
  }

  /** The positive numbers. */
  public static Domain positive() {
    return new Domain(Optional.of(Rational.ZERO), false, Optional.empty(), false);
  }

  public boolean contains(Rational value) {
    return isAbove(value) && isBelow(value);
  }

  private boolean isAbove(Rational value) {
    int order = low.isEmpty() ? -1 : low.get().compareTo(value);
    return order < 0 || (order == 0 && isLowClosed);
  }

  private boolean isBelow(Rational value) {
    int order = high.isEmpty() ? -1 : value.compareTo(high.get());
    return order < 0 || (order == 0 && isHighClosed);
  }

  /** As it is written: {@code (0, inf)}. */
  @Override
  public String toString() {
    return (isLowClosed ? "[" : "(")
        + low.map(Rational::toString).orElse("-inf")
        + ", "
        + high.map(Rational::toString).orElse("inf")
        + (isHighClosed ? "]" : ")");
  }
}
