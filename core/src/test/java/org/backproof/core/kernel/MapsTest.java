package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MapsTest {
  @Test
  void refusesArraysOfSeveralLengths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Maps.add(new double[3], new double[1], new double[3]))
        .withMessage(
            "The operands hold 3 and 1 doubles and the result 3, but a map needs as many of each;"
                + " pass arrays of one length.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Maps.multiply(new double[3], new double[3], new double[2]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Maps.divide(1.0, new double[3], new double[2]))
        .withMessage(
            "The operand holds 3 doubles and the result 2, but a map needs as many of each;"
                + " pass arrays of one length.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Maps.unary(Math::abs, new double[1], new double[2]));
  }
}
