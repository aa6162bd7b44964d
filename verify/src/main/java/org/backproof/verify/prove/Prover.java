package org.backproof.verify.prove;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;

/**
 * Proves that expressions are equal for every size and value. Immutable; each call stands alone.
 */
public final class Prover {
  private final Duration timePerClaim;
  private final Facts facts;

  private Prover(Duration timePerClaim, Facts facts) {
    this.timePerClaim = timePerClaim;
    this.facts = facts;
  }

  /** A prover that gives each claim so much time, after which it is unproved. */
  public static Prover within(Duration timePerClaim) {
    return new Prover(timePerClaim, Facts.NONE);
  }

  /** This prover, which may use that the given facts hold. */
  public Prover assuming(Facts assumed) {
    return new Prover(timePerClaim, assumed);
  }

  /** Tries to prove that both sides of a claim are equal wherever both are defined. */
  public Outcome prove(Claim claim) {
    return proveAll(ImmutableList.of(claim)).get(0);
  }

  /** Tries to prove some claims, each apart, sharing what has been worked out for others. */
  public ImmutableList<Outcome> proveAll(List<Claim> claims) {
    ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
    Attempt shared = new Attempt(claims, facts);
    for (Claim claim : claims) {
      Outcome outcome = shared.prove(claim, timePerClaim);
      if (shared.isSpent()) {
        // What was cut short may have left its notes unfinished.
        outcome =
            claims.size() == 1
                ? outcome
                : new Attempt(ImmutableList.of(claim), facts).prove(claim, timePerClaim);
        shared = new Attempt(claims, facts);
      }
      outcomes.add(outcome);
    }
    return outcomes.build();
  }
}
