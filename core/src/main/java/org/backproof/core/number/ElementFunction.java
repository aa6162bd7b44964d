package org.backproof.core.number;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

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

    /** The same function on doubles. */
    DoubleUnaryOperator onDoubles();
  }

  /** A function of two numbers. */
  interface Binary extends ElementFunction {
    <T> T apply(NumberSystem<T> system, T x, T y);

    /** The same function on doubles. */
    DoubleBinaryOperator onDoubles();
  }
}
