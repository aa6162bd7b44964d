package org.backproof.autodiff.expr;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.backproof.core.number.ElementFunction;
import org.backproof.core.number.NumberSystem;
import org.backproof.core.tensor.ContractionPattern;
import org.backproof.core.tensor.TensorAlgebra;

/**
 * The exponentials along an axis of arguments shifted so that none overflows, with the shift, their
 * sum, and that sum with the axis kept.
 */
record ShiftedExponentials<A>(A shift, A exponentials, A sum, A keptSum) {
  static <A> ShiftedExponentials<A> of(TensorAlgebra<A> algebra, A x, int axis) {
    A shift = algebra.map(ANCHOR, algebra.fold(LARGER, x, axis));
    A difference = algebra.map(BinaryFunction.SUBTRACT, x, keepAxis(algebra, shift, axis));
    A exponentials = algebra.map(UnaryFunction.EXP, difference);
    A sum = sumAlong(algebra, exponentials, axis);
    return new ShiftedExponentials<>(shift, exponentials, sum, keepAxis(algebra, sum, axis));
  }

  private static <A> A sumAlong(TensorAlgebra<A> algebra, A a, int axis) {
    int rank = algebra.sizes(a).length;
    ImmutableIntArray labels = ImmutableIntArray.copyOf(IntStream.range(0, rank));
    ImmutableIntArray rest =
        ImmutableIntArray.copyOf(IntStream.range(0, rank).filter(i -> i != axis));
    return algebra.contract(
        ContractionPattern.of(ImmutableList.of(labels), rest), new int[0], List.of(a));
  }

  /** The array with the axis that went away put back, of size 1. */
  private static <A> A keepAxis(TensorAlgebra<A> algebra, A a, int axis) {
    int rank = algebra.sizes(a).length + 1;
    ImmutableIntArray labels =
        ImmutableIntArray.copyOf(IntStream.range(0, rank).filter(i -> i != axis));
    ImmutableIntArray all = ImmutableIntArray.copyOf(IntStream.range(0, rank));
    return algebra.contract(
        ContractionPattern.of(ImmutableList.of(labels), all), new int[] {1}, List.of(a));
  }

  private static final ElementFunction.Unary ANCHOR =
      new ElementFunction.Unary() {
        @Override
        public String name() {
          return "anchor";
        }

        @Override
        public <T> T apply(NumberSystem<T> system, T x) {
          return system.anchor(x);
        }

        @Override
        public DoubleUnaryOperator onDoubles() {
          return x -> Double.isInfinite(x) ? 0 : x;
        }
      };

  /**
   * The larger of two numbers; where there is no order no exponential overflows either, and any
   * number will do.
   */
  private static final ElementFunction.Binary LARGER =
      new ElementFunction.Binary() {
        @Override
        public String name() {
          return "larger";
        }

        @Override
        public <T> T apply(NumberSystem<T> system, T x, T y) {
          return system.isOrdered() ? system.max(x, y) : x;
        }

        @Override
        public DoubleBinaryOperator onDoubles() {
          return Math::max;
        }
      };
}
