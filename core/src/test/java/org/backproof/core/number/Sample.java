package org.backproof.core.number;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A function with one of its arguments. */
record Sample(ElementaryFunction function, double x) {
  static Arbitrary<Sample> any() {
    return Arbitraries.of(ElementaryFunction.class)
        .flatMap(function -> function.arguments().map(x -> new Sample(function, x)));
  }

  <T> T value(NumberSystem<T> system, T at) {
    return function.apply(system, at);
  }
}
