package org.backproof.verify.prove;

import org.jspecify.annotations.Nullable;

/** An identity that replaces some factors of a product by a form. */
interface Rule {
  String name();

  /** What the product is by this identity, or null where it does not apply. */
  @Nullable Result apply(Product product);

  /** The product of the factors that stay with what takes the place of the others. */
  record Result(Product rest, Form replacement) {}
}
