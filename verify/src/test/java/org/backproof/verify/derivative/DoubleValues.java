package org.backproof.verify.derivative;

import java.util.ArrayList;
import java.util.List;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.core.tensor.Tensor;

/** Values in doubles, by the kernels, are within their round-off of the exact ones. */
final class DoubleValues {
  private DoubleValues() {}

  static void check(Problem problem) {
    List<Tensor> values = Evaluator.doubles().values(problem.expressions(), problem.bindings());
    for (int k = 0; k < values.size(); k++) {
      List<Rounded> bounds = problem.rounded(k);
      List<Estimate> inDoubles = new ArrayList<>();
      for (int i = 0; i < bounds.size(); i++) {
        inDoubles.add(Estimate.of(values.get(k).entry(i), bounds.get(i).bound()));
      }
      Reference.assertAgree(
          "doubles and decimals of " + problem.expressions().get(k), inDoubles, problem.exact(k));
    }
  }
}
