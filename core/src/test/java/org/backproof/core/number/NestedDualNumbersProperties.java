package org.backproof.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Dual numbers over dual numbers: second derivatives. */
class NestedDualNumbersProperties extends NumberSystemContract<Dual<Dual<Double>>> {
  private static final DualNumbers<Dual<Double>> NESTED =
      DualNumbers.over(DualNumbers.over(DoubleNumbers.INSTANCE));

  /** Of a second difference at zero, from the square of its step of 1e-18. */
  private static final double REFERENCE_ERROR = 1e-34;

  @Override
  NumberSystem<Dual<Dual<Double>>> system() {
    return NESTED;
  }

  @Override
  Arbitrary<Dual<Dual<Double>>> modest() {
    return Combinators.combine(
            Arbitraries.doubles().between(-4, 4).ofScale(12),
            Arbitraries.doubles().between(-2, 2).ofScale(12),
            Arbitraries.doubles().between(-2, 2).ofScale(12),
            Arbitraries.doubles().between(-2, 2).ofScale(12))
        .as((x, inner, outer, mixed) -> dual(x, inner, outer, mixed));
  }

  private static Dual<Dual<Double>> dual(double x, double inner, double outer, double mixed) {
    return new Dual<>(new Dual<>(x, inner), new Dual<>(outer, mixed));
  }

  @Override
  Dual<Dual<Double>> worst() {
    return dual(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  @Override
  void assertSame(Dual<Dual<Double>> actual, Dual<Dual<Double>> expected) {
    double scale = 1 + size(expected.primal()) + size(expected.tangent());
    assertClose(actual.primal(), expected.primal(), 1e-11 * scale);
    assertClose(actual.tangent(), expected.tangent(), 1e-11 * scale);
  }

  private static double size(Dual<Double> x) {
    return Math.abs(x.primal()) + Math.abs(x.tangent());
  }

  private static void assertClose(Dual<Double> actual, Dual<Double> expected, double tolerance) {
    assertThat(actual.primal()).isCloseTo(expected.primal(), within(tolerance));
    assertThat(actual.tangent()).isCloseTo(expected.tangent(), within(tolerance));
  }

  @Provide
  Arbitrary<Sample> samples() {
    return Sample.any();
  }

  @Property(tries = 150)
  void theTangentOfTheTangentIsTheSecondDerivative(@ForAll("samples") Sample sample) {
    double exact =
        HighPrecision.secondDerivative(x -> sample.value(DfpNumbers.INSTANCE, x), sample.x());
    // The rules for sigmoid, tanh and x^x add terms of one size and opposite signs.
    double slope = HighPrecision.derivative(x -> sample.value(DfpNumbers.INSTANCE, x), sample.x());

    double second = sample.value(NESTED, dual(sample.x(), 1, 1, 0)).tangent().tangent();

    assertThat(second)
        .isCloseTo(exact, within(64 * (Math.ulp(exact) + Math.ulp(slope)) + REFERENCE_ERROR));
  }

  @Example
  void powersHaveSecondDerivativesAtZero() {
    Dual<Dual<Double>> zero = dual(0, 1, 1, 0);

    assertThat(NESTED.pow(zero, NESTED.of(0.0))).isEqualTo(NESTED.one());
    assertThat(NESTED.pow(zero, NESTED.of(1.0))).isEqualTo(zero);
    assertThat(NESTED.pow(zero, NESTED.of(2.0))).isEqualTo(dual(0, 0, 0, 2));
    assertThat(NESTED.pow(zero, NESTED.of(3.0))).isEqualTo(NESTED.zero());
    assertThat(NESTED.power(zero, Rational.of(2))).isEqualTo(dual(0, 0, 0, 2));
  }

  /** The mixed derivative of {@code x^y} is {@code x^(y-1) (1 + y log x)}, at y = 0 it is 1/x. */
  @Example
  void anExponentOfZeroThatVariesIsNoConstant() {
    Dual<Dual<Double>> x = dual(4, 0, 1, 0);
    Dual<Dual<Double>> y = dual(0, 1, 0, 0);

    assertThat(NESTED.pow(x, y).tangent().tangent()).isEqualTo(0.25);
  }
}
