package org.backproof.verify.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.backproof.verify.arbitrary.BoundExpr;
import org.backproof.verify.derivative.PrimitiveCase.Kind;

class PlantedRuleProperties {
  /** The references that look at derivatives; the others look at how these are evaluated. */
  private static final Set<Reference> OF_DERIVATIVES =
      EnumSet.of(
          Reference.REVERSE_IS_FORWARD,
          Reference.DUAL,
          Reference.COMPLEX_STEP,
          Reference.DIFFERENCES,
          Reference.PRIME_FIELD);

  private static final int POINTS = 8;

  @Provide
  Arbitrary<PrimitiveCase> primitivesWithRules() {
    return Arbitraries.of(
        PrimitiveCases.ALL.stream()
            .filter(each -> each.kind() == Kind.RULES || each.kind() == Kind.FLAT)
            .toList());
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void theChecksNoticeAWrongSignInEveryPrimitivesRule(
      @ForAll("primitivesWithRules") PrimitiveCase primitive, @ForAll Fault fault) {
    Map<Reference, Boolean> noticed = new EnumMap<>(Reference.class);
    List<BoundExpr> points = primitive.points().sampleStream().limit(POINTS).toList();
    for (BoundExpr point : points) {
      Problem problem = planted(point, primitive, fault);
      if (problem.isRegular()) {
        OF_DERIVATIVES.stream()
            .filter(reference -> reference.applies(problem))
            .forEach(
                reference ->
                    noticed.merge(reference, notices(reference, problem), Boolean::logicalOr));
      }
    }
    assertThat(noticed).as("whether each reference notices").hasSizeGreaterThan(3);
    assertThat(noticed.values())
        .as("whether each of %s notices", noticed.keySet())
        .doesNotContain(false);
  }

  private static Problem planted(BoundExpr point, PrimitiveCase primitive, Fault fault) {
    String name = point.expression().primitive().name();
    return new Problem(point, Modes.of(fault.plantedIn(name, primitive.kind() == Kind.FLAT)));
  }

  private static boolean notices(Reference reference, Problem problem) {
    try {
      reference.verify(problem);
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }
}
