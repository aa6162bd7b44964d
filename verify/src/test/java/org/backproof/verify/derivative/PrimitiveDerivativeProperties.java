package org.backproof.verify.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.verify.derivative.PrimitiveCase.Kind;

class PrimitiveDerivativeProperties {
  private static final Coverage COVERAGE = new Coverage();

  @AfterContainer
  static void writeTable() throws IOException {
    COVERAGE.write(Path.of("target", "primitives.md"));
    COVERAGE.assertComplete();
  }

  @Provide
  Arbitrary<PrimitiveCase.Sample> samples() {
    return Arbitraries.of(PrimitiveCases.ALL).flatMap(PrimitiveCase::samples);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void referencesAgreeOnEveryPrimitive(@ForAll("samples") PrimitiveCase.Sample sample) {
    PrimitiveCase primitive = sample.primitive();
    Problem problem = new Problem(sample.point(), modes(primitive.kind()));
    Assume.that(problem.isRegular());
    for (Reference reference : Reference.values()) {
      if (reference.applies(problem)) {
        reference.verify(problem);
        COVERAGE.add(primitive.key(), reference);
      }
    }
  }

  private static Modes modes(Kind kind) {
    Differentiation standard = Differentiation.standard();
    return kind == Kind.NAMED_DERIVATIVE ? Modes.byName(standard) : Modes.of(standard);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void samplesAreOfTheirPrimitive(@ForAll("samples") PrimitiveCase.Sample sample) {
    PrimitiveCase primitive = sample.primitive();
    Assume.that(primitive.kind() == Kind.RULES || primitive.kind() == Kind.FLAT);
    assertThat(Primitives.key(sample.point().expression().primitive())).isEqualTo(primitive.key());
  }

  @Example
  void everyPrimitiveHasACase() {
    assertThat(PrimitiveCases.ALL)
        .extracting(PrimitiveCase::key)
        .containsExactlyInAnyOrderElementsOf(Primitives.keys());
  }
}
