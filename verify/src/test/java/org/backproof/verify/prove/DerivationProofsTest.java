package org.backproof.verify.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.backproof.verify.derivation.Claim;
import org.backproof.verify.derivation.Derivation;
import org.backproof.verify.derivation.Link;
import org.junit.jupiter.api.Test;

/** Derivations as they are written: every claim is proved, and no rejected one is. */
class DerivationProofsTest {
  private static final Prover PROVER = Prover.within(Duration.ofSeconds(10));

  private static Derivation read(String name) throws IOException {
    try (InputStream text =
        Objects.requireNonNull(DerivationProofsTest.class.getResourceAsStream(name))) {
      return Derivation.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void threeLayers() throws IOException {
    Derivation derivation = read("/org/backproof/verify/derivation/three-layers.bp");
    List<Equality> claimed = new ArrayList<>();
    List<Equality> rejected = new ArrayList<>();
    for (Claim claim : derivation.claims()) {
      for (Link link : claim.links()) {
        Equality equality = new Equality(link.left().expr(), link.right().expr());
        (claim.kind() == Claim.Kind.CLAIM ? claimed : rejected).add(equality);
      }
    }
    assertThat(claimed).isNotEmpty();
    assertThat(PROVER.proveAll(claimed)).allMatch(outcome -> outcome instanceof Proof);
    assertThat(rejected).isNotEmpty();
    assertThat(PROVER.proveAll(rejected)).allMatch(outcome -> outcome instanceof Unproved);
  }
}
