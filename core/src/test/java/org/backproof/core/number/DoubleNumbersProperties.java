package org.backproof.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DoubleNumbersProperties extends NumberSystemContract<Double> {
  private static final DoubleNumbers DOUBLES = DoubleNumbers.INSTANCE;

  @Override
  NumberSystem<Double> system() {
    return DOUBLES;
  }

  @Override
  Arbitrary<Double> modest() {
    return Arbitraries.doubles().between(-8, 8).ofScale(12);
  }

  @Override
  Double worst() {
    return Double.NaN;
  }

  @Override
  void assertSame(Double actual, Double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
  }

  @Provide
  Arbitrary<Sample> samples() {
    return Sample.any();
  }

  @Property(tries = 300)
  void everyFunctionIsAccurateToAFewUlps(@ForAll("samples") Sample sample) {
    double exact = HighPrecision.value(x -> sample.value(DfpNumbers.INSTANCE, x), sample.x());

    assertThat(sample.value(DOUBLES, sample.x())).isCloseTo(exact, within(5 * Math.ulp(exact)));
  }

  @Example
  void functionsKeepTheValuesOfMathAtTheEdges() {
    assertThat(DOUBLES.log(0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(DOUBLES.log(-1.0)).isNaN();
    assertThat(DOUBLES.divide(1.0, 0.0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(DOUBLES.max(1.0, Double.NaN)).isNaN();
    assertThat(DOUBLES.max(Double.NaN, 1.0)).isNaN();
    assertThat(DOUBLES.power(-0.0, Rational.of(1, 2))).isEqualTo(-0.0);
    assertThat(DOUBLES.power(-1.0, Rational.of((1L << 53) + 1))).isEqualTo(-1.0);
    assertThat(DOUBLES.power(1e-160, Rational.of(-1))).isEqualTo(1e160);
    assertThat(DOUBLES.power(1e155, Rational.of(-2))).isEqualTo(1e-310);
    assertThat(DOUBLES.equal(0.0, -0.0)).isEqualTo(1.0);
    assertThat(DOUBLES.anchor(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(DOUBLES.anchor(3.0)).isEqualTo(3.0);
    assertThat(DOUBLES.less(Double.NaN, 1.0)).isEqualTo(0.0);
  }
}
