package org.backproof.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScalarFunctionsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void sigmoidAtSpecialValues() {
    assertThat(ScalarFunctions.sigmoid(0.0)).isEqualTo(0.5);
    assertThat(ScalarFunctions.sigmoid(-0.0)).isEqualTo(0.5);
    assertThat(ScalarFunctions.sigmoid(Double.MIN_VALUE)).isEqualTo(0.5);
    assertThat(ScalarFunctions.sigmoid(800)).isEqualTo(1.0);
    assertThat(ScalarFunctions.sigmoid(-800)).isEqualTo(0.0);
    assertThat(ScalarFunctions.sigmoid(-745)).isEqualTo(Double.MIN_VALUE);
    assertThat(ScalarFunctions.sigmoid(INFINITY)).isEqualTo(1.0);
    assertThat(ScalarFunctions.sigmoid(-INFINITY)).isEqualTo(0.0);
    assertThat(ScalarFunctions.sigmoid(Double.NaN)).isNaN();
  }

  @Test
  void softplusAtSpecialValues() {
    assertThat(ScalarFunctions.softplus(0.0)).isEqualTo(Math.log(2));
    assertThat(ScalarFunctions.softplus(-0.0)).isEqualTo(Math.log(2));
    assertThat(ScalarFunctions.softplus(800)).isEqualTo(800);
    assertThat(ScalarFunctions.softplus(-800)).isEqualTo(0.0);
    assertThat(ScalarFunctions.softplus(-745)).isEqualTo(Double.MIN_VALUE);
    assertThat(ScalarFunctions.softplus(Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    assertThat(ScalarFunctions.softplus(INFINITY)).isEqualTo(INFINITY);
    assertThat(ScalarFunctions.softplus(-INFINITY)).isEqualTo(0.0);
    assertThat(ScalarFunctions.softplus(Double.NaN)).isNaN();
  }
}
