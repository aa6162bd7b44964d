package org.backproof.verify.arbitrary;

import static org.backproof.verify.arbitrary.StructureOperations.axis;
import static org.backproof.verify.arbitrary.StructureOperations.withAxis;

import com.google.common.collect.ImmutableList;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.Recurrence;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Shape;
import org.backproof.verify.arbitrary.Operations.Operation;

/** Smooth operations along an axis. */
final class AxisOperations {
  private final Guard guard;

  AxisOperations(Guard guard) {
    this.guard = guard;
  }

  ImmutableList<Operation> all() {
    return ImmutableList.of(
        (o, choices) -> softmax(withAxis(o.first()), choices),
        (o, choices) -> logSumExp(withAxis(o.first()), choices),
        this::recurrence);
  }

  private static Part softmax(Part x, Choices choices) {
    return new Part(Functions.softmax(x.expr(), axis(x, choices)), 1);
  }

  private static Part logSumExp(Part x, Choices choices) {
    return new Part(Functions.logSumExp(x.expr(), axis(x, choices)), x.bound() + 2);
  }

  private Part recurrence(Operands o, Choices choices) {
    Part factors = guard.within(2, withAxis(o.first()));
    Part terms = factors.broadcastsWith(o.second()) ? o.second() : factors;
    Shape shape = factors.shape().broadcast(terms.shape());
    Recurrence recurrence = new Recurrence(choices.below(shape.rank()), choices.below(2) == 1);
    return new Part(
        Expr.of(
            recurrence,
            Structure.spread(factors.expr(), shape),
            Structure.spread(terms.expr(), shape)),
        terms.bound() * 64);
  }
}
