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

class ComplexNumbersProperties extends NumberSystemContract<Complex> {
  private static final ComplexNumbers COMPLEX = ComplexNumbers.INSTANCE;

  @Override
  NumberSystem<Complex> system() {
    return COMPLEX;
  }

  /** Near the real axis, where log undoes exp. */
  @Override
  Arbitrary<Complex> modest() {
    return Combinators.combine(
            Arbitraries.doubles().between(-8, 8).ofScale(12),
            Arbitraries.oneOf(
                Arbitraries.doubles().between(-0.7, 0.7).ofScale(12),
                Arbitraries.of(0.0, 1e-200, -1e-200)))
        .as(Complex::new);
  }

  @Override
  Complex worst() {
    return new Complex(Double.NaN, Double.NaN);
  }

  @Override
  void assertSame(Complex actual, Complex expected) {
    double tolerance = 1e-12 * (1 + Math.hypot(expected.re(), expected.im()));
    assertThat(actual.re()).as("real part").isCloseTo(expected.re(), within(tolerance));
    assertThat(actual.im()).as("imaginary part").isCloseTo(expected.im(), within(tolerance));
  }

  @Provide
  Arbitrary<Sample> samples() {
    return Sample.any();
  }

  @Property(tries = 500)
  void theComplexStepIsTheDerivativeToAFewUlps(@ForAll("samples") Sample sample) {
    double exact = HighPrecision.derivative(x -> sample.value(DfpNumbers.INSTANCE, x), sample.x());

    assertStep(sample, 1e-200, exact);
    assertStep(sample, 1e-100, exact);
    assertStep(sample, 1e-30, exact);
  }

  private static void assertStep(Sample sample, double step, double exact) {
    Complex value = sample.value(COMPLEX, new Complex(sample.x(), step));

    double derivative = value.im() / step;
    // What underflows in the imaginary part is lost, and at 0 the reference errs by 1e-50.
    double lost = 8 * Double.MIN_VALUE / step + 1e-49;
    assertThat(derivative).isCloseTo(exact, within(16 * Math.ulp(exact) + lost));
  }

  @Property(tries = 500)
  void theRealPartIsTheValueInDoubles(@ForAll("samples") Sample sample) {
    double expected = sample.value(DoubleNumbers.INSTANCE, sample.x());
    Complex real = sample.value(COMPLEX, new Complex(sample.x(), 0));
    Complex step = sample.value(COMPLEX, new Complex(sample.x(), 1e-100));

    assertThat(real.re()).isCloseTo(expected, within(8 * Math.ulp(expected)));
    assertThat(real.im()).isZero();
    // The step itself changes the value by its square.
    assertThat(step.re()).isCloseTo(expected, within(8 * Math.ulp(expected) + 1e-190));
  }

  @Property
  void quotientsCarryTinyImaginaryParts(@ForAll("factors") double a, @ForAll("factors") double b) {
    Complex varyingDivisor = COMPLEX.divide(new Complex(a, 0), new Complex(b, 1e-100));
    Complex varyingDividend = COMPLEX.divide(new Complex(a, 1e-100), new Complex(b, 0));

    double byDivisor = -a / b / b;
    assertThat(varyingDivisor.im() / 1e-100).isCloseTo(byDivisor, within(4 * Math.ulp(byDivisor)));
    assertThat(varyingDividend.im() / 1e-100).isCloseTo(1 / b, within(4 * Math.ulp(1 / b)));
  }

  /** From 1e-40 to 1e40, so that no imaginary part underflows. */
  @Provide
  Arbitrary<Double> factors() {
    return Combinators.combine(
            Arbitraries.doubles().between(1, 10).ofScale(12),
            Arbitraries.integers().between(-40, 40),
            Arbitraries.of(1, -1))
        .as((digits, exponent, sign) -> sign * digits * Math.pow(10, exponent));
  }

  @Example
  void theRatioOfADivisorsPartsMayUnderflow() {
    Complex quotient = COMPLEX.divide(new Complex(1e300, 0), new Complex(1e150, 1e-200));

    assertThat(quotient.im() / 1e-200).isCloseTo(-1, within(1e-15));
  }

  @Example
  void saturatedFunctionsKeepTheirDerivatives() {
    assertThat(COMPLEX.sigmoid(new Complex(-300, 1e-100)).im() / 1e-100)
        .isCloseTo(Math.exp(-300), within(1e-14 * Math.exp(-300)));
    assertThat(COMPLEX.sigmoid(new Complex(300, 1e-100)).im() / 1e-100)
        .isCloseTo(Math.exp(-300), within(1e-14 * Math.exp(-300)));
    // Here exp(-800) itself is below the least double.
    assertThat(COMPLEX.sigmoid(new Complex(-800, 1e-200))).isEqualTo(new Complex(0, 0));
    assertThat(COMPLEX.sigmoid(new Complex(800, 1e-200))).isEqualTo(new Complex(1, 0));
    assertThat(COMPLEX.softplus(new Complex(800, 1e-200))).isEqualTo(new Complex(800, 1e-200));
    assertThat(COMPLEX.softplus(new Complex(-800, 1e-200))).isEqualTo(new Complex(0, 0));
    assertThat(COMPLEX.tanh(new Complex(-800, 1e-200))).isEqualTo(new Complex(-1, 0));
  }

  @Example
  void comparisonsGoByTheRealPart() {
    Complex low = new Complex(1, 5);
    Complex high = new Complex(2, -5);

    assertThat(COMPLEX.less(low, high)).isEqualTo(COMPLEX.one());
    assertThat(COMPLEX.less(high, low)).isEqualTo(COMPLEX.zero());
    assertThat(COMPLEX.max(low, high)).isEqualTo(high);
    assertThat(COMPLEX.equal(low, new Complex(1, 0))).isEqualTo(COMPLEX.one());
    assertThat(COMPLEX.anchor(low)).isEqualTo(COMPLEX.one());
    assertThat(COMPLEX.abs(new Complex(-2, 3))).isEqualTo(new Complex(2, -3));
  }

  @Example
  void functionsHaveNoValueWhereTheRealOnesHaveNone() {
    assertThat(COMPLEX.log(new Complex(-1, 1e-100)).im()).isNaN();
    assertThat(COMPLEX.log1p(new Complex(-2, 1e-100)).im()).isNaN();
    assertThat(COMPLEX.sqrt(new Complex(-1, 1e-100)).im()).isNaN();
    assertThat(COMPLEX.pow(new Complex(-2, 1e-100), new Complex(0.5, 0)).im()).isNaN();
    assertThat(COMPLEX.pow(new Complex(-2, 0), new Complex(3, 1e-100)))
        .isEqualTo(new Complex(-8, Double.NaN));
    assertThat(COMPLEX.log(new Complex(0, 0))).isEqualTo(new Complex(Double.NEGATIVE_INFINITY, 0));
  }

  @Example
  void powersAtZeroHaveTheirDerivatives() {
    Complex zero = new Complex(0, 1e-100);

    assertThat(COMPLEX.pow(zero, COMPLEX.of(0))).isEqualTo(COMPLEX.one());
    assertThat(COMPLEX.pow(zero, COMPLEX.of(1))).isEqualTo(zero);
    assertThat(COMPLEX.pow(zero, COMPLEX.of(2)).im()).isZero();
    assertThat(COMPLEX.pow(COMPLEX.zero(), new Complex(2, 1e-100))).isEqualTo(COMPLEX.zero());
  }

  @Example
  void whatDoesNotVaryStaysSoBesideInfinity() {
    Complex infinity = COMPLEX.of(Double.POSITIVE_INFINITY);

    assertThat(COMPLEX.multiply(infinity, COMPLEX.of(2))).isEqualTo(infinity);
    assertThat(COMPLEX.divide(infinity, COMPLEX.of(2))).isEqualTo(infinity);
    assertThat(COMPLEX.exp(infinity)).isEqualTo(infinity);
    assertThat(COMPLEX.divide(COMPLEX.one(), COMPLEX.zero())).isEqualTo(infinity);
  }
}
