package org.backproof.verify.arbitrary;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** The operations of which random graphs are made, each taking whatever operands there are. */
final class Operations {
  /** What the bounds of parts take the entries of variables to be. */
  static final double GREATEST_ENTRY = 4;

  /** Above this values are bent back. */
  private static final double GREATEST_VALUE = 1e4;

  /** Makes a part of its operands. */
  interface Operation {
    Part apply(Operands operands, Choices choices);
  }

  private final boolean withKinks;
  private final Guard guard;
  private final ImmutableList<Operation> operations;

  Operations(boolean withKinks, boolean guarded) {
    this.withKinks = withKinks;
    this.guard = new Guard(guarded);
    ImmutableList.Builder<Operation> all = ImmutableList.builder();
    all.addAll(new ElementOperations(guard).all());
    all.addAll(StructureOperations.ALL);
    all.addAll(new AxisOperations(guard).all());
    all.addAll(new MatrixOperations(guard).all());
    if (withKinks) {
      all.addAll(KinkOperations.ALL);
    }
    this.operations = all.build();
  }

  Operations unguarded() {
    return new Operations(withKinks, false);
  }

  Part apply(Step step, List<Part> parts) {
    Operation operation = operations.get(step.operation() % operations.size());
    Part result = operation.apply(Operands.of(step, parts), new Choices(step.detail()));
    return guard.within(GREATEST_VALUE, result);
  }
}
