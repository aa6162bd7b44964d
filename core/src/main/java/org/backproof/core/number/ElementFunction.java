package org.backproof.core.number;

/**
 * A function of numbers with a value in every number system, such as {@code exp} or {@code +}. The
 * value on doubles is given apart, so that loops over doubles need no boxes; both must be the same
 * function.
 *
 * <p>Implementations are immutable and equal when they are the same function, their parameters
 * included.
 */
public interface ElementFunction {
  /** The name by which messages and printers know the function. */
  String name();

  /** A function of one number. */
  interface Unary extends ElementFunction {
    <T> T apply(NumberSystem<T> system, T x);

    double apply(double x);
  }

  /** A function of two numbers. */
  interface Binary extends ElementFunction {
    <T> T apply(NumberSystem<T> system, T x, T y);

    double apply(double x, double y);
  }
}
