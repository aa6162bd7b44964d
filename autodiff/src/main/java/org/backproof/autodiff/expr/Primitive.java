package org.backproof.autodiff.expr;

import java.util.List;
import org.backproof.core.shape.Shape;
import org.backproof.core.shape.ShapeException;
import org.backproof.core.shape.Sizes;
import org.backproof.core.tensor.TensorAlgebra;

/**
 * One operation: its shape rule, its value over any number system and its derivative rules.
 *
 * <p>Implementations are immutable, and equal exactly when they are the same operation with the
 * same parameters. Their hash codes depend on nothing but their parameters, so that they are the
 * same in every run.
 */
public interface Primitive extends DerivativeRule {
  /** The name by which messages, rules and printers know the operation. */
  String name();

  /**
   * The shape of the result.
   *
   * @throws ShapeException if the operands' shapes do not fit; the message names the rule and the
   *     shapes
   */
  Shape shape(List<Shape> operands);

  /** The value, for numbers of any system. */
  <A> A value(TensorAlgebra<A> algebra, List<A> operands, Sizes sizes);
}
