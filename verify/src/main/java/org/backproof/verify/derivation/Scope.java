package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** The names and the indices that an expression may use. Immutable but for the names. */
record Scope(Names names, ImmutableMap<String, Index> indices) {
  static Scope of(Names names) {
    return new Scope(names, ImmutableMap.of());
  }

  Optional<Index> index(String name) {
    return Optional.ofNullable(indices.get(name));
  }

  /** This scope with an index, in place of the one of the same name if there is one. */
  Scope with(Index index) {
    return new Scope(
        names,
        ImmutableMap.<String, Index>builder()
            .putAll(indices)
            .put(index.name(), index)
            .buildKeepingLast());
  }

  SizeBounds bounds() {
    return names.bounds();
  }
}
