package org.backproof.verify.derivative;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.verify.arbitrary.BoundExpr;
import org.backproof.verify.arbitrary.Entries;
import org.backproof.verify.arbitrary.Graphs;

class GraphDerivativeProperties {
  @Provide
  Arbitrary<BoundExpr> smooth() {
    return BoundExpr.of(Graphs.smooth().expressions(), Entries.moderate());
  }

  @Provide
  Arbitrary<BoundExpr> withKinks() {
    return BoundExpr.of(Graphs.withKinks().expressions(), Entries.moderate());
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void referencesAgreeOnSmoothGraphs(@ForAll("smooth") BoundExpr point) {
    check(point);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void referencesAgreeOnGraphsWithKinks(@ForAll("withKinks") BoundExpr point) {
    check(point);
  }

  private static void check(BoundExpr point) {
    Problem problem = new Problem(point, Modes.of(Differentiation.standard()));
    Assume.that(problem.isRegular());
    for (Reference reference : Reference.values()) {
      if (reference.applies(problem)) {
        reference.verify(problem);
      }
    }
  }
}
