package org.backproof.verify.derivative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Central differences of an output along its directions, in decimal numbers. */
final class CentralDifferences {
  private static final BigDecimal STEP = new BigDecimal("1e-20");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private CentralDifferences() {}

  /**
   * The differences with step h. Their truncation is a third of what changes with the step 2h, so
   * that the change bounds it, with the round-off of both.
   */
  static List<Estimate> of(Problem problem) {
    List<Estimate> near = quotients(problem, STEP);
    List<Estimate> far = quotients(problem, STEP.multiply(TWO));
    List<Estimate> derivative = new ArrayList<>();
    for (int i = 0; i < near.size(); i++) {
      BigDecimal change = near.get(i).value().subtract(far.get(i).value()).abs();
      derivative.add(near.get(i).plus(new Estimate(BigDecimal.ZERO, change)));
    }
    return derivative;
  }

  private static List<Estimate> quotients(Problem problem, BigDecimal step) {
    List<BigDecimal> ahead = values(problem, step);
    List<BigDecimal> behind = values(problem, step.negate());
    List<Rounded> rounded = problem.rounded(0);
    BigDecimal width = step.multiply(TWO);
    List<Estimate> quotients = new ArrayList<>();
    for (int i = 0; i < ahead.size(); i++) {
      Estimate difference =
          Problem.decimal(ahead.get(i), rounded.get(i))
              .plus(Problem.decimal(behind.get(i).negate(), rounded.get(i)));
      quotients.add(
          new Estimate(
              Problem.DECIMALS.divide(difference.value(), width),
              Problem.DECIMALS.divide(difference.error(), width)));
    }
    return quotients;
  }

  private static List<BigDecimal> values(Problem problem, BigDecimal step) {
    return problem.output(
        Problem.DECIMALS, (x, v) -> new BigDecimal(x).add(new BigDecimal(v).multiply(step)));
  }
}
