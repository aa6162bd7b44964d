package org.backproof.verify.difference;

import static org.assertj.core.api.Assertions.assertThat;

import org.backproof.verify.difference.OneSided.Kind;
import org.junit.jupiter.api.Test;

class OneSidedTest {
  private static final Estimate MINUS_ONE = new Estimate(-1, 0.125);
  private static final Estimate ONE = new Estimate(1, 0.125);

  @Test
  void sidesThatDifferByMoreThanTheirErrorsAreAKink() {
    assertThat(new OneSided(MINUS_ONE, ONE).kind()).isEqualTo(Kind.KINK);
    assertThat(new OneSided(new Estimate(-1, 1), new Estimate(1, 0.9)).kind()).isEqualTo(Kind.KINK);
    assertThat(new OneSided(new Estimate(-1, 1), new Estimate(1, 1)).kind()).isEqualTo(Kind.SMOOTH);
  }

  @Test
  void nothingIsSaidWithOneSideUnresolved() {
    assertThat(new OneSided(MINUS_ONE, Estimate.notFinite()).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(new OneSided(Estimate.unsettled(3), ONE).kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(new OneSided(Estimate.unsettled(0), ONE).spans(0.5)).isFalse();
  }

  @Test
  void spansFromTheLowerSideToTheHigherWithTheirErrors() {
    for (OneSided kink :
        new OneSided[] {new OneSided(MINUS_ONE, ONE), new OneSided(ONE, MINUS_ONE)}) {
      assertThat(kink.spans(-1.125)).isTrue();
      assertThat(kink.spans(0)).isTrue();
      assertThat(kink.spans(1.125)).isTrue();
      assertThat(kink.spans(-1.2)).isFalse();
      assertThat(kink.spans(1.2)).isFalse();
    }
  }
}
