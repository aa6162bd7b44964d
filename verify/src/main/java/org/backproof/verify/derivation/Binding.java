package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.backproof.core.shape.Dim;
import org.backproof.verify.notation.Node;

/** Indices, and a scope that knows them. */
record Binding(ImmutableList<Index> indices, Scope scope) {
  /**
   * The indices of {@code i < m, j < n + 1}.
   *
   * @throws Fault if a name has a meaning already
   */
  static Binding of(Lowering lowering, List<Node.Binder> binders, Scope outer) {
    ImmutableList.Builder<Index> indices = ImmutableList.builder();
    Scope scope = outer;
    for (Node.Binder binder : binders) {
      scope.names().requireNew(binder.name(), binder.span());
      if (scope.index(binder.name()).isPresent()) {
        throw Fault.of(
            binder.span(), "The index '" + binder.name() + "' is in use here; take another name");
      }
      Index index = new Index(binder.name(), Dim.ZERO, lowering.size(binder.size(), outer, 0));
      indices.add(index);
      scope = scope.with(index);
    }
    return new Binding(indices.build(), scope);
  }
}
