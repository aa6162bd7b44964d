package org.backproof.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelCodingTest {
  @Test
  void countsLabelsFromZeroOrOne() {
    assertThat(LabelCoding.ZERO_BASED.classOf(7)).isEqualTo(7);
    assertThat(LabelCoding.ONE_BASED.classOf(7)).isEqualTo(6);
    assertThat(LabelCoding.ZERO_BASED.firstLabel()).isZero();
    assertThat(LabelCoding.ONE_BASED.firstLabel()).isOne();
  }

  @Test
  void hasTheDigitZeroAsTheCoursesTenthUnit() {
    assertThat(LabelCoding.ONE_BASED.classOf(10)).isEqualTo(9);
    assertThat(LabelCoding.ONE_BASED.labelOf(9) % 10).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void findsAClassAgainFromItsLabel(LabelCoding coding) {
    for (int k = 0; k < 20; k++) {
      assertThat(coding.classOf(coding.labelOf(k))).isEqualTo(k);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsBelowTheFirst(LabelCoding coding) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coding.classOf(coding.firstLabel() - 1))
        .withMessage(
            "Label %s is below %s, the first of %s",
            coding.firstLabel() - 1, coding.firstLabel(), coding);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coding.labelOf(-1))
        .withMessage("Class -1 is negative; classes are counted from 0");
  }
}
