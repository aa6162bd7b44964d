package org.backproof.core.number;

/**
 * A function has no value in a number system, such as an order among the integers modulo a prime.
 */
public final class NoValueException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  public NoValueException(String message) {
    super(message);
  }
}
