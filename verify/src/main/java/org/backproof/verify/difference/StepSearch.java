package org.backproof.verify.difference;

import java.util.Optional;

/**
 * Finds the steps from which a derivative is extrapolated best, for a function whose scale is not
 * known. From a natural step it goes down until the quotients settle, so that it is not fooled by a
 * function that varies within the step; from there it moves to whatever neighbouring steps have a
 * smaller error, and never past steps that contradict what is known already, as those beyond a kink
 * or a saturated region would.
 */
final class StepSearch {
  private static final int STRIDE = Extrapolation.STEPS - 1;

  /** Nothing is gained by a better relative error. */
  private static final double GOOD_ENOUGH = 0x1p-42;

  /** An error that is small by chance can hide a better one this many steps further down. */
  private static final int LOOK_AHEAD = 3;

  /** How many neighbouring values the error must reach. */
  private static final int NEIGHBOURS = 2;

  /** A move must shrink the error at least to this part. */
  private static final double GAIN = 0.75;

  /** Steps beside a kink at the point itself; noise alone can seem to close its gap by half. */
  private static final double KINK_GAIN = 0.25;

  private final StepLadder ladder;

  StepSearch(StepLadder ladder) {
    this.ladder = ladder;
  }

  /** The derivative along a line, or from one side of it. */
  static Estimate derivative(Line line, Quotient quotient) {
    return FunctionNoise.on(line, quotient)
        .map(known -> new StepSearch(new StepLadder(line, quotient, known)).estimate())
        .orElse(Estimate.notFinite());
  }

  private Estimate estimate() {
    if (!Double.isFinite(ladder.centre())) {
      return Estimate.notFinite();
    }
    Extrapolation found = descend();
    if (!Double.isFinite(found.value())) {
      return Estimate.notFinite();
    }
    if (!found.isSettled()) {
      return Estimate.unsettled(found.value());
    }
    Extrapolation best = sink(climb(found));
    return Estimate.resolved(best.value(), Math.max(best.error(), scatterBelow(best)));
  }

  /** How far the values from slightly smaller steps are: noise that was missed shows there. */
  private double scatterBelow(Extrapolation best) {
    double farthest = 0;
    for (int down = 1; down <= NEIGHBOURS && mayStartAt(best.coarsest() - down); down++) {
      Extrapolation smaller = new Extrapolation(ladder, best.coarsest() - down);
      if (smaller.isSettled()) {
        farthest = Math.max(farthest, Math.abs(smaller.value() - best.value()));
      }
    }
    return farthest;
  }

  /** Down to the first smooth steps, or where there are none, to the best that are settled. */
  private Extrapolation descend() {
    Extrapolation best = new Extrapolation(ladder, ladder.start());
    Extrapolation latest = best;
    for (int k = ladder.start() - STRIDE; !latest.isSmooth() && mayStartAt(k); k -= STRIDE) {
      latest = new Extrapolation(ladder, k);
      boolean better = latest.isSettled() && latest.error() < KINK_GAIN * best.error();
      if (better || !best.isSettled()) {
        best = latest;
      }
    }
    return best;
  }

  /** To larger steps, in strides while nothing but round-off is seen in their differences. */
  private Extrapolation climb(Extrapolation from) {
    Extrapolation best = from.hasSignal() ? from : firstSignal(from).orElse(from);
    boolean climbing = best.hasSignal();
    while (climbing && best.error() > GOOD_ENOUGH * Math.abs(best.value())) {
      Optional<Extrapolation> better = Optional.empty();
      if (best.isAllRoundOff()) {
        better = betterAt(best.coarsest() + STRIDE, best).filter(best::agreesWith);
      }
      if (better.isEmpty()) {
        better = betterAt(best.coarsest() + 1, best).filter(best::agreesWith);
      }
      climbing = better.isPresent();
      best = better.orElse(best);
    }
    return best;
  }

  /**
   * The first larger steps at which anything but noise is seen. Steps at which nothing is seen tell
   * nothing of the scale of the function either: however small their error seems, a function may
   * saturate between them and the point without leaving its noise.
   */
  private Optional<Extrapolation> firstSignal(Extrapolation from) {
    for (int k = from.coarsest() + STRIDE; mayStartAt(k); k += STRIDE) {
      Extrapolation larger = new Extrapolation(ladder, k);
      if (!larger.isSmooth() || !larger.agreesWith(from)) {
        return Optional.empty();
      }
      if (larger.hasSignal()) {
        return Optional.of(larger);
      }
    }
    return Optional.empty();
  }

  /** To smaller steps, one by one, as long as the steps and not the noise make the error. */
  private Extrapolation sink(Extrapolation from) {
    Extrapolation best = from;
    int down = 1;
    while (down <= LOOK_AHEAD && best.isTruncated()) {
      Optional<Extrapolation> better = betterAt(best.coarsest() - down, best);
      best = better.orElse(best);
      down = better.isPresent() ? 1 : down + 1;
    }
    return best;
  }

  private Optional<Extrapolation> betterAt(int k, Extrapolation best) {
    if (!mayStartAt(k)) {
      return Optional.empty();
    }
    Extrapolation other = new Extrapolation(ladder, k);
    double gain = best.isSmooth() ? GAIN : KINK_GAIN;
    return other.isSmooth() && other.error() < gain * best.error()
        ? Optional.of(other)
        : Optional.empty();
  }

  private boolean mayStartAt(int k) {
    return k <= ladder.coarsest() && k - STRIDE >= ladder.finest();
  }
}
