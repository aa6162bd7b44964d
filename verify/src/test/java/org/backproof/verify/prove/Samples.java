package org.backproof.verify.prove;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.shape.Sizes;
import org.backproof.core.tensor.Tensor;

/** Random sizes from 1 to 3, and values between -1 and 1 for all variables. */
record Samples(Sizes sizes, Map<Expr, Tensor> tensors) {
  static Samples draw(Random random) {
    Sizes sizes = Sizes.of(Map.of("m", 1 + random.nextInt(3), "n", 1 + random.nextInt(3)));
    Map<Expr, Tensor> tensors = new HashMap<>();
    for (Expr variable : RandomExpressions.VARIABLES) {
      int[] shape = sizes.of(variable.shape());
      int length = Tensor.zeros(shape).length();
      double[] values = random.doubles(length, -1, 1).toArray();
      tensors.put(variable, Tensor.of(values, shape));
    }
    return new Samples(sizes, tensors);
  }
}
