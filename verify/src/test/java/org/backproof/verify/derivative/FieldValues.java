package org.backproof.verify.derivative;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.backproof.core.number.PrimeField;
import org.backproof.core.tensor.NumberTensor;

/**
 * The two modes and dual numbers over the integers modulo a prime, each double replaced by a number
 * that was drawn for it.
 *
 * @param forward {@code J v}
 * @param tangents the same by dual numbers
 * @param forwardAgainstCotangent {@code <w, J v>}
 * @param backwardAlongDirections {@code <J' w, v>}
 */
record FieldValues(
    List<Long> forward,
    List<Long> tangents,
    long forwardAgainstCotangent,
    long backwardAlongDirections) {
  private static final PrimeField FIELD = new PrimeField(11);

  static FieldValues of(Problem problem) {
    DoubleFunction<Long> drawn =
        x -> Math.floorMod(new Random(Double.hashCode(x)).nextLong(), PrimeField.MODULUS);
    List<NumberTensor<Long>> values = problem.values(FIELD, drawn);
    return new FieldValues(
        Problem.entries(values.get(Reference.TANGENT)).toList(),
        problem.tangents(FIELD, drawn),
        values.get(Reference.FORWARD).toScalar(),
        values.get(Reference.BACKWARD).toScalar());
  }
}
