package org.backproof.autodiff.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExprHashTest {
  private static final int LENGTH = 2_000;

  @Test
  void hashCodesOfALongChainOfSquaresDiffer() {
    assertHashCodesDiffer(e -> e.times(e));
  }

  @Test
  void hashCodesOfALongChainOfProductsWithAFunctionDiffer() {
    assertHashCodesDiffer(e -> e.times(Functions.sin(e)));
  }

  /** All but a few: two of so many codes of 32 bits may be the same by chance. */
  private static void assertHashCodesDiffer(UnaryOperator<Expr> step) {
    Set<Integer> codes = new HashSet<>();
    Expr e = Expr.variable("x");
    for (int i = 0; i < LENGTH; i++) {
      codes.add(e.hashCode());
      e = step.apply(e);
    }
    assertThat(codes).hasSizeGreaterThan(LENGTH - 5);
  }
}
