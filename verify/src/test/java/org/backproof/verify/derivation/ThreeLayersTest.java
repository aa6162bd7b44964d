package org.backproof.verify.derivation;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.backproof.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The notation's own example, word for word. */
class ThreeLayersTest {
  private final Derivation derivation = Derivation.parse(text());

  private final Numbers numbers =
      Numbers.random(derivation, Map.of("m", 4, "n", 3, "h", 2, "K", 5), 1);

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(ThreeLayersTest.class.getResourceAsStream("three-layers.bp"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void allStatementsAreRead() {
    assertThat(derivation.sizes()).hasToString("m, n, h, K");
    assertThat(derivation.givens().stream().map(Given::name).collect(toList()))
        .containsExactly("X", "Y", "Theta1", "Theta2", "lambda");
    assertThat(derivation.definitions().stream().map(Definition::name).collect(toList()))
        .containsExactly(
            "a1", "z2", "a2", "z3", "a3", "fit", "penalty", "J", "delta3", "delta2", "D");
    assertThat(derivation.claims().stream().map(c -> c.kind() + " " + c.label().orElse("-")))
        .containsExactly(
            "CLAIM output error",
            "CLAIM hidden error",
            "CLAIM output weights",
            "CLAIM hidden weights, entry by entry",
            "REJECT the regularisation term without 1/m");
  }

  @Test
  void claimsHoldAtNumbersAndTheRejectedOneDoesNot() {
    for (Claim claim : derivation.claims()) {
      if (claim.kind() == Claim.Kind.CLAIM) {
        assertThat(numbers.difference(claim)).as(claim.source()).isLessThan(1e-14);
      } else {
        assertThat(numbers.difference(claim)).as(claim.source()).isGreaterThan(1e-3);
      }
    }
  }

  @Test
  void entriesAreWhatLoopsGive() {
    Tensor a1 = numbers.of("a1");
    Tensor delta2 = numbers.of("delta2");
    Tensor theta1 = numbers.of("Theta1");
    double lambda = numbers.of("lambda").toScalar();
    Tensor expected =
        Tensor.generate(
            at -> {
              double sum = 0;
              for (int k = 0; k < 4; k++) {
                sum += a1.get(k, at[1]) * delta2.get(k, at[0]);
              }
              return sum / 4 + (at[1] > 0 ? lambda / 4 * theta1.get(at[0], at[1]) : 0);
            },
            2,
            4);

    assertThat(numbers.of("D").minus(expected).stream().map(Math::abs).max().orElseThrow())
        .isLessThan(1e-15);
  }
}
