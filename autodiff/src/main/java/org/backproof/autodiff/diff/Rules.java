package org.backproof.autodiff.diff;

import com.google.common.collect.ImmutableMap;
import org.backproof.autodiff.expr.DerivativeRule;
import org.backproof.autodiff.expr.Primitive;

/**
 * The derivative rules that a differentiation uses: each primitive's own, unless it is replaced.
 * Immutable.
 */
public final class Rules {
  private static final Rules STANDARD = new Rules(ImmutableMap.of());

  private final ImmutableMap<String, DerivativeRule> replaced;

  private Rules(ImmutableMap<String, DerivativeRule> replaced) {
    this.replaced = replaced;
  }

  /** Each primitive's own rules. */
  public static Rules standard() {
    return STANDARD;
  }

  /** These rules, with another for the primitives of a name. */
  public Rules with(String primitive, DerivativeRule rule) {
    return new Rules(
        ImmutableMap.<String, DerivativeRule>builder()
            .putAll(replaced)
            .put(primitive, rule)
            .buildKeepingLast());
  }

  /** The rule for a primitive. */
  public DerivativeRule of(Primitive primitive) {
    DerivativeRule rule = replaced.get(primitive.name());
    return rule == null ? primitive : rule;
  }
}
