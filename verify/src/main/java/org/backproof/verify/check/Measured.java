package org.backproof.verify.check;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import org.backproof.core.tensor.Tensor;

/**
 * Derivatives by one method, each entry with a bound on its error. An infinite bound says that the
 * method cannot tell there.
 *
 * @param errors of the same sizes; not negative, not NaN
 */
public record Measured(Method method, Tensor values, Tensor errors) {
  public Measured {
    checkArgument(
        Arrays.equals(values.sizes(), errors.sizes()),
        "Each value needs the bound of its error: %s values, %s bounds",
        values.length(),
        errors.length());
    checkArgument(
        errors.stream().allMatch(e -> e >= 0), "A bound on an error is not negative and not NaN");
  }
}
