package org.backproof.verify.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.backproof.verify.difference.Estimate.Outcome;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void outcomeFollowsFromTheTwoNumbers() {
    assertThat(new Estimate(2, 1e-9).outcome()).isEqualTo(Outcome.RESOLVED);
    assertThat(Estimate.unsettled(2).outcome()).isEqualTo(Outcome.UNSETTLED);
    assertThat(Estimate.notFinite().outcome()).isEqualTo(Outcome.NOT_FINITE);
  }

  @Test
  void coversWhatLiesWithinTheError() {
    Estimate estimate = new Estimate(2, 0.5);

    assertThat(estimate.covers(1.5)).isTrue();
    assertThat(estimate.covers(2.5)).isTrue();
    assertThat(estimate.covers(2.5000001)).isFalse();
    assertThat(estimate.covers(Double.NaN)).isFalse();
  }

  @Test
  void coversNothingWhenNothingIsKnown() {
    assertThat(Estimate.unsettled(2).covers(2)).isFalse();
    assertThat(Estimate.notFinite().covers(2)).isFalse();
  }

  @Test
  void errorIsNeverBelowAFewLastPlacesOfTheValue() {
    assertThat(Estimate.resolved(-1, 0).error()).isEqualTo(0x1p-46);
    assertThat(Estimate.resolved(0, 0).error()).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void errorMustBePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(2, 0))
        .withMessage("the error of an estimate must be positive, but is 0.0 for 2.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(2, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(2, Double.NaN));
  }

  @Test
  void nothingIsKnownOfAValueThatIsNotFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(Double.NaN, 1))
        .withMessage("an estimate of NaN must have an infinite error, but has 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(Double.POSITIVE_INFINITY, 1));
  }
}
