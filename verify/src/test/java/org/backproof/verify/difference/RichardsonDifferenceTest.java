package org.backproof.verify.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.backproof.verify.difference.Estimate.Outcome;
import org.backproof.verify.difference.OneSided.Kind;
import org.junit.jupiter.api.Test;

class RichardsonDifferenceTest {
  @Test
  void constantHasADerivativeOfZeroThatIsNotExact() {
    Estimate estimate = partial(p -> 1e3, 0.5);

    assertThat(estimate.value()).isZero();
    // One last place of the value over a step of the size that is natural there.
    assertThat(estimate.error()).isBetween(Math.ulp(1e3), 1e4 * Math.ulp(1e3));
  }

  @Test
  void zeroFunctionHasAPositiveError() {
    assertThat(partial(p -> 0, 0.5).covers(0)).isTrue();
    assertThat(partial(p -> 0, 0.5).error()).isBetween(Double.MIN_VALUE, 1e-300);
  }

  @Test
  void evenFunctionsHaveADerivativeOfZeroAtZero() {
    for (double scale : new double[] {1e-3, 1, 1e5}) {
      Estimate estimate = partial(p -> Math.cos(scale * p[0]), 0);

      assertThat(estimate.value()).isZero();
      assertThat(estimate.error()).isLessThan(1e-12 * scale);
    }
  }

  @Test
  void flatPointsOfHighOrderHaveADerivativeOfZero() {
    for (int n = 2; n <= 20; n++) {
      int power = n;
      assertThat(partial(p -> Math.pow(p[0], power), 0).covers(0)).isTrue();
      OneSided sides =
          RichardsonDifference.oneSidedPartial(p -> Math.pow(p[0], power), new double[] {0}, 0);
      assertThat(sides.kind()).isEqualTo(Kind.SMOOTH);
      assertThat(sides.spans(0)).isTrue();
    }
  }

  @Test
  void kinkIsCoveredFromSlopeToSlope() {
    Estimate atKink = partial(p -> Math.abs(p[0]), 0);

    assertThat(atKink.value()).isZero();
    assertThat(atKink.error()).isCloseTo(1, within(1e-9));

    Estimate between = partial(p -> Math.exp(p[0]) + 3 * Math.max(0, p[0] - 0.5), 0.5);
    assertThat(between.covers(Math.exp(0.5))).isTrue();
    assertThat(between.covers(Math.exp(0.5) + 3)).isTrue();
    assertThat(between.error()).isLessThan(1.6);
  }

  @Test
  void sidesOfAKinkAreTold() {
    OneSided sides = oneSided(p -> Math.exp(p[0]) + 3 * Math.max(0, p[0] - 0.5), 0.5);

    assertThat(sides.kind()).isEqualTo(Kind.KINK);
    assertThat(sides.left().covers(Math.exp(0.5))).isTrue();
    assertThat(sides.right().covers(Math.exp(0.5) + 3)).isTrue();
    assertThat(sides.left().error()).isLessThan(1e-9);
    assertThat(sides.spans(Math.exp(0.5) + 1)).isTrue();
    assertThat(sides.spans(Math.exp(0.5) - 1)).isFalse();
  }

  @Test
  void kinkOfTheThirdDerivativeIsNone() {
    OneSided sides = oneSided(p -> p[0] + Math.abs(p[0] * p[0] * p[0]), 0);

    assertThat(sides.kind()).isEqualTo(Kind.SMOOTH);
    assertThat(sides.spans(1)).isTrue();
  }

  @Test
  void jumpHasNoDerivative() {
    ToDoubleFunction<double[]> step = p -> p[0] < 0.25 ? 0 : 1;

    assertThat(partial(step, 0.25).outcome()).isEqualTo(Outcome.UNSETTLED);
    OneSided sides = oneSided(step, 0.25);
    assertThat(sides.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(sides.left().outcome()).isEqualTo(Outcome.UNSETTLED);
    assertThat(sides.right().covers(0)).isTrue();
  }

  @Test
  void jumpNearbyDoesNotMatter() {
    for (double distance : new double[] {0.5, 1e-2, 1e-4, 1e-6}) {
      ToDoubleFunction<double[]> f = p -> Math.sin(p[0]) + (p[0] < 1 + distance ? 0 : 1);

      assertThat(partial(f, 1).covers(Math.cos(1))).isTrue();
      assertThat(partial(f, 1).error()).isLessThan(1e-13 / distance);
    }
  }

  @Test
  void verticalTangentHasNoDerivative() {
    assertThat(partial(p -> Math.cbrt(p[0]), 0).outcome()).isEqualTo(Outcome.UNSETTLED);
    assertThat(oneSided(p -> Math.sqrt(p[0]), 0).right().outcome()).isEqualTo(Outcome.UNSETTLED);
  }

  @Test
  void domainThatEndsIsSaid() {
    assertThat(partial(p -> Math.sqrt(p[0]), 0).outcome()).isEqualTo(Outcome.NOT_FINITE);
    assertThat(oneSided(p -> Math.sqrt(p[0]), 0).left().outcome()).isEqualTo(Outcome.NOT_FINITE);
    assertThat(partial(p -> Math.log(p[0]), -1).outcome()).isEqualTo(Outcome.NOT_FINITE);
    assertThat(partial(p -> 1 / p[0], 0).outcome()).isEqualTo(Outcome.NOT_FINITE);
    assertThat(partial(p -> Math.sin(p[0]) / p[0], 0).outcome()).isEqualTo(Outcome.NOT_FINITE);
  }

  @Test
  void sideWithinTheDomainHasItsDerivative() {
    OneSided sides = oneSided(p -> p[0] * Math.sqrt(p[0]) + 2 * p[0], 0);

    assertThat(sides.left().outcome()).isEqualTo(Outcome.NOT_FINITE);
    assertThat(oneSided(p -> 2 * Math.exp(p[0]) + 0 * Math.sqrt(p[0]), 0).right().covers(2))
        .isTrue();
  }

  @Test
  void endOfTheDomainNearbyDoesNotMatter() {
    for (double x : new double[] {1e-10, 1e-5, 1}) {
      Estimate estimate = partial(p -> Math.sqrt(p[0]), x);

      assertThat(estimate.covers(0.5 / Math.sqrt(x))).isTrue();
      assertThat(estimate.error()).isLessThan(1e-11 * estimate.value());
    }
  }

  @Test
  void overflowNearbyDoesNotMatter() {
    Estimate estimate = partial(p -> Math.exp(p[0]), 709.7);

    assertThat(estimate.covers(Math.exp(709.7))).isTrue();
    assertThat(estimate.error()).isLessThan(1e-10 * Math.exp(709.7));
  }

  @Test
  void saturatedFunctionHidesNoMoreThanItsRounding() {
    // The derivative of 5e-13 rises within 1e-3 of the point, by less than a last place of 1.
    double w = 13773.85;
    double x = -0.0014213;
    double derivative = w / Math.pow(Math.cosh(w * x), 2);

    assertThat(partial(p -> Math.tanh(w * p[0]), x).covers(derivative)).isTrue();
  }

  @Test
  void oscillationIsNotTakenForASlowFunction() {
    for (double w = 1e3; w < 1e7; w *= 1.7) {
      double frequency = w;
      Estimate estimate = partial(p -> Math.sin(frequency * p[0]), 1e-3);

      assertThat(estimate.value()).isCloseTo(w * Math.cos(w * 1e-3), within(1e-4 * w));
    }
  }

  @Test
  void oscillationThatHidesFromStepsOfPowersOfTwoIsSeen() {
    // At each multiple of 2^-13 this has the values of the sine itself.
    double w = 2 * Math.PI * 0x1p13 + 1;

    Estimate estimate = partial(p -> Math.sin(w * p[0]), 0);

    assertThat(estimate.covers(w)).isTrue();
    assertThat(estimate.error()).isLessThan(1e-6);
  }

  @Test
  void derivativeAlongADirectionIsLinearInIt() {
    ToDoubleFunction<double[]> f = p -> Math.exp(p[0]) * Math.sin(p[1]);
    double[] x = {0.3, 0.7};
    double first = Math.exp(0.3) * Math.sin(0.7);
    double second = Math.exp(0.3) * Math.cos(0.7);

    Estimate along = RichardsonDifference.along(f, x, new double[] {3, -0.1});

    assertThat(along.covers(3 * first - 0.1 * second)).isTrue();
    assertThat(along.error()).isLessThan(1e-10);
  }

  @Test
  void directionOfUnequalSizesIsCoveredDespiteTheRoundingOfPoints() {
    Estimate along =
        RichardsonDifference.along(
            p -> 1e12 * (p[0] - 1 / 3.0) + p[1],
            new double[] {1 / 3.0, 1 / 7.0},
            new double[] {1e-12, 1});

    assertThat(along.covers(2)).isTrue();
    assertThat(along.error()).isLessThan(1e-3);
  }

  @Test
  void sidesAlongADirectionAreTold() {
    OneSided sides =
        RichardsonDifference.oneSidedAlong(
            p -> Math.max(p[0], p[1]), new double[] {1, 1}, new double[] {1, -1});

    assertThat(sides.kind()).isEqualTo(Kind.KINK);
    assertThat(sides.left().covers(-1)).isTrue();
    assertThat(sides.right().covers(1)).isTrue();
  }

  @Test
  void pointStaysAsItWas() {
    double[] x = {0.1, 0.2};
    double[] v = {1, 2};

    RichardsonDifference.partial(p -> p[0] * p[1], x, 1);
    RichardsonDifference.along(p -> p[0] * p[1], x, v);

    assertThat(x).containsExactly(0.1, 0.2);
    assertThat(v).containsExactly(1, 2);
  }

  @Test
  void whatTheFunctionThrowsIsThrown() {
    IllegalStateException failure = new IllegalStateException("no data");

    assertThatThrownBy(
            () ->
                partial(
                    p -> {
                      throw failure;
                    },
                    1))
        .isSameAs(failure);
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RichardsonDifference.partial(p -> 0, new double[] {1}, -1))
        .withMessage("there is no entry -1 in a point of 1 entries");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RichardsonDifference.oneSidedPartial(p -> 0, new double[] {1, 1 / 0.0}, 0))
        .withMessage("x[1] is Infinity: a derivative needs finite entries");
  }

  private static Estimate partial(ToDoubleFunction<double[]> f, double x) {
    return RichardsonDifference.partial(f, new double[] {x}, 0);
  }

  private static OneSided oneSided(ToDoubleFunction<double[]> f, double x) {
    return RichardsonDifference.oneSidedPartial(f, new double[] {x}, 0);
  }
}
