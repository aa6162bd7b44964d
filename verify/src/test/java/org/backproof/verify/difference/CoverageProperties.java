package org.backproof.verify.difference;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * How honest the bars are: a checker refuses right gradients for bars that are too narrow. An error
 * estimate from a few values cannot hold always, so the law is a share, over draws of a fixed seed.
 */
class CoverageProperties {
  private static final double SHARE = 99.9;

  @Property(tries = 5000, seed = "1", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void partialsAreCovered(@ForAll Family family, @ForAll("seeds") long seed) {
    Sample s = family.draw(seed);
    collect(s.isCoveredBy(s.thorough()));
  }

  @Property(tries = 5000, seed = "2", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void derivativesAlongAnAxisAreCovered(@ForAll Family family, @ForAll("seeds") long seed) {
    Sample s = family.draw(seed);
    collect(s.isCoveredBy(s.alongTheAxis()));
  }

  @Property(tries = 5000, seed = "3", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void derivativesFromEachSideAreCoveredAndAgree(
      @ForAll Family family, @ForAll("seeds") long seed) {
    Sample s = family.draw(seed);
    OneSided sides = s.oneSided();
    collect(
        s.isCoveredBy(sides.left())
            && s.isCoveredBy(sides.right())
            && sides.kind() == OneSided.Kind.SMOOTH
            && sides.spans(s.derivative()));
  }

  @Property(tries = 5000, seed = "4", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void quickGradientsAreCovered(@ForAll Family family, @ForAll("seeds") long seed) {
    Sample s = family.draw(seed);
    collect(s.isCoveredBy(s.quick()));
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  private static void collect(boolean covered) {
    Statistics.label("covered")
        .collect(covered)
        .coverage(coverage -> coverage.check(true).percentage(share -> share >= SHARE));
  }
}
