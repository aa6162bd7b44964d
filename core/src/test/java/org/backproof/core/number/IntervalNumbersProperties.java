package org.backproof.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.hipparchus.dfp.Dfp;

class IntervalNumbersProperties extends NumberSystemContract<Interval> {
  private static final IntervalNumbers INTERVALS = IntervalNumbers.INSTANCE;
  private static final DfpNumbers REALS = DfpNumbers.INSTANCE;

  @Override
  NumberSystem<Interval> system() {
    return INTERVALS;
  }

  /** Points, so that both sides of a law enclose the same one value. */
  @Override
  Arbitrary<Interval> modest() {
    return Arbitraries.doubles().between(-8, 8).ofScale(12).map(INTERVALS::of);
  }

  @Override
  Interval worst() {
    return Interval.UNDEFINED;
  }

  /** They meet, and neither is wide. */
  @Override
  void assertSame(Interval actual, Interval expected) {
    assertThat(actual)
        .matches(x -> x.low() <= expected.high() && expected.low() <= x.high(), "meets " + expected)
        .matches(x -> x.high() - x.low() <= 1e-11 * (1 + Math.abs(x.low())), "is narrow");
    assertThat(expected.high() - expected.low()).isLessThan(1e-11 * (1 + Math.abs(expected.low())));
  }

  @Provide
  Arbitrary<Sample> samples() {
    return Sample.any();
  }

  @Property(tries = 500)
  void everyFunctionEnclosesItsValueWithinAFewUlps(@ForAll("samples") Sample sample) {
    Dfp exact = sample.value(REALS, REALS.of(sample.x()));

    Interval enclosure = sample.value(INTERVALS, INTERVALS.of(sample.x()));

    assertEncloses(enclosure, exact);
    double ulp = Math.ulp(exact.toDouble());
    assertThat((enclosure.high() - enclosure.low()) / ulp).isLessThanOrEqualTo(16);
  }

  private static void assertEncloses(Interval enclosure, Dfp exact) {
    assertThat(exact.isNaN()).as("the real value is not a number").isFalse();
    // The reference is itself rounded, far below the last place of a double.
    Dfp slack = exact.abs().add(REALS.of(Double.MIN_VALUE)).multiply(REALS.of(1e-50));
    assertThat(
            (enclosure.low() == Double.NEGATIVE_INFINITY
                    || !exact.add(slack).lessThan(REALS.of(enclosure.low())))
                && (enclosure.high() == Double.POSITIVE_INFINITY
                    || !exact.subtract(slack).greaterThan(REALS.of(enclosure.high()))))
        .as("%s contains %s", enclosure, exact)
        .isTrue();
  }

  @Property(tries = 400)
  void formulasOverPointsEncloseTheirValues(
      @ForAll("formulas") Formula formula, @ForAll("arguments") List<Double> x) {
    Interval enclosure = formula.value(INTERVALS, x.stream().map(INTERVALS::of).toList());

    Statistics.label("defined")
        .collect(!enclosure.isUndefined())
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 60));
    if (!enclosure.isUndefined()) {
      assertEncloses(enclosure, formula.value(REALS, x.stream().map(REALS::of).toList()));
    }
  }

  @Property(tries = 500)
  void formulasOverIntervalsEncloseTheValueAtEachPointInside(
      @ForAll("formulas") Formula formula,
      @ForAll("arguments") List<Double> lows,
      @ForAll("widths") List<Double> widths,
      @ForAll("places") List<Double> places) {
    List<Interval> box =
        List.of(
            new Interval(lows.get(0), lows.get(0) + widths.get(0)),
            new Interval(lows.get(1), lows.get(1) + widths.get(1)));
    List<Double> inside =
        List.of(
            Math.min(lows.get(0) + places.get(0) * widths.get(0), box.get(0).high()),
            Math.min(lows.get(1) + places.get(1) * widths.get(1), box.get(1).high()));

    Interval enclosure = formula.value(INTERVALS, box);

    Statistics.label("defined")
        .collect(!enclosure.isUndefined())
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 50));
    if (!enclosure.isUndefined()) {
      assertEncloses(enclosure, formula.value(REALS, inside.stream().map(REALS::of).toList()));
    }
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return Formula.of(2);
  }

  @Provide
  Arbitrary<List<Double>> arguments() {
    return pairs(-10, 10);
  }

  @Provide
  Arbitrary<List<Double>> widths() {
    return Arbitraries.oneOf(pairs(0, 0.01), pairs(0, 5));
  }

  @Provide
  Arbitrary<List<Double>> places() {
    return pairs(0, 1);
  }

  private static Arbitrary<List<Double>> pairs(double least, double greatest) {
    return Arbitraries.doubles().between(least, greatest).ofScale(9).list().ofSize(2);
  }

  @Property(tries = 500)
  void sineAndCosineOverAnyIntervalContainTheirValuesInside(
      @ForAll("angles") double low, @ForAll("spans") double span, @ForAll("fractions") double at) {
    Interval x = new Interval(low, low + span);
    double inside = Math.min(low + at * span, x.high());

    assertEncloses(INTERVALS.sin(x), REALS.sin(REALS.of(inside)));
    assertEncloses(INTERVALS.cos(x), REALS.cos(REALS.of(inside)));
  }

  /**
   * Between two places at which a slope has the same sign, and less than pi apart, lies no peak.
   */
  @Property(tries = 500)
  void sineReachesOneExactlyWhereAPeakIsInside(
      @ForAll("angles") double low, @ForAll("spans") double span) {
    Interval x = new Interval(low, low + span);
    Dfp period = REALS.of(1).getField().getPi().multiply(2);
    Dfp firstPeak =
        REALS
            .of(low)
            .divide(period)
            .subtract(REALS.of(0.25))
            .ceil()
            .add(REALS.of(0.25))
            .multiply(period);

    assertThat(INTERVALS.sin(x).high() == 1)
        .isEqualTo(!firstPeak.greaterThan(REALS.of(x.high())) || isNextToOne(x));
  }

  private static boolean isNextToOne(Interval x) {
    return Math.max(Math.sin(x.low()), Math.sin(x.high())) > 1 - 1e-15;
  }

  @Provide
  Arbitrary<Double> angles() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(-20, 20).ofScale(9),
        Arbitraries.doubles().between(-1e9, 1e9).ofScale(6));
  }

  @Provide
  Arbitrary<Double> spans() {
    return Arbitraries.doubles().between(0, 7).ofScale(6);
  }

  @Provide
  Arbitrary<Double> fractions() {
    return Arbitraries.doubles().between(0, 1).ofScale(9);
  }

  @Property
  void aFractionLiesInTheNarrowestIntervalAroundIt(@ForAll("rationals") Rational p) {
    Interval enclosure = INTERVALS.of(p);

    assertThat(Rational.exactly(enclosure.low())).isLessThanOrEqualTo(p);
    assertThat(Rational.exactly(enclosure.high())).isGreaterThanOrEqualTo(p);
    assertThat(enclosure.high()).isLessThanOrEqualTo(Math.nextUp(enclosure.low()));
  }

  /** Between the doubles next to the result rounded to nearest, and exact where that is exact. */
  @Property(tries = 400)
  void operationsRoundToTheNeighboursOfTheExactResult(
      @ForAll("anyScale") double a, @ForAll("anyScale") double b) {
    Rational exactA = Rational.exactly(a);
    Rational exactB = Rational.exactly(b);

    boolean areTiny = isTiny(a) || isTiny(b);
    assertNeighbours(INTERVALS.add(INTERVALS.of(a), INTERVALS.of(b)), exactA.plus(exactB), areTiny);
    assertNeighbours(
        INTERVALS.subtract(INTERVALS.of(a), INTERVALS.of(b)), exactA.minus(exactB), areTiny);
    assertNeighbours(
        INTERVALS.multiply(INTERVALS.of(a), INTERVALS.of(b)), exactA.times(exactB), areTiny);
    if (b != 0) {
      assertNeighbours(
          INTERVALS.divide(INTERVALS.of(a), INTERVALS.of(b)), exactA.dividedBy(exactB), areTiny);
    }
  }

  private static void assertNeighbours(Interval enclosure, Rational exact, boolean areTiny) {
    if (exact.abs().compareTo(Rational.exactly(Double.MAX_VALUE)) > 0) {
      assertThat(enclosure).isEqualTo(INTERVALS.of(exact));
      return;
    }
    assertThat(Rational.exactly(enclosure.low())).isLessThanOrEqualTo(exact);
    assertThat(Rational.exactly(enclosure.high())).isGreaterThanOrEqualTo(exact);
    double widest =
        areTiny || isTiny(enclosure.low())
            ? Math.nextUp(Math.nextUp(enclosure.low()))
            : INTERVALS.of(exact).high();
    assertThat(enclosure.high()).isLessThanOrEqualTo(widest);
  }

  /** Where the error of an operation may be too small for a double. */
  private static boolean isTiny(double x) {
    return Math.abs(x) < 0x1p-900;
  }

  @Provide
  Arbitrary<Double> anyScale() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.doubles().between(-1e3, 1e3).ofScale(3),
        Combinators.combine(
                Arbitraries.longs().between(-(1L << 53), 1L << 53),
                Arbitraries.integers().between(-1100, 900))
            .as((mantissa, exponent) -> Math.scalb((double) mantissa, exponent)));
  }

  @Property
  void rootsOfSquaresAreExact(@ForAll("smallWholes") int n) {
    Interval square = INTERVALS.of((double) n * n);

    assertThat(INTERVALS.sqrt(square)).isEqualTo(INTERVALS.of((double) Math.abs(n)));
    assertThat(INTERVALS.power(INTERVALS.of((double) n), Rational.of(2))).isEqualTo(square);
  }

  @Provide
  Arbitrary<Integer> smallWholes() {
    return Arbitraries.integers().between(-1_000_000, 1_000_000);
  }

  @Property
  void sigmoidStaysWithinZeroAndOne(@ForAll double low, @ForAll double high) {
    Interval x = new Interval(Math.min(low, high), Math.max(low, high));

    assertThat(INTERVALS.sigmoid(x).low()).isBetween(0.0, 1.0);
    assertThat(INTERVALS.sigmoid(x).high()).isBetween(0.0, 1.0);
    assertThat(INTERVALS.tanh(x).low()).isBetween(-1.0, 1.0);
    assertThat(INTERVALS.softplus(x).low()).isBetween(0.0, Double.MAX_VALUE);
  }
}
