package org.backproof.verify.prove;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.util.Map;

/** A head at given indices: {@code X[i, j]}, {@code sigmoid(z[i, k])}, a delta. Immutable. */
final class Atom implements Comparable<Atom> {
  private static final Ordering<Iterable<Index>> ARGUMENTS =
      Ordering.<Index>natural().lexicographical();

  private final Head head;
  private final ImmutableList<Index> indices;
  private final int hash;

  private Atom(Head head, ImmutableList<Index> indices) {
    this.head = head;
    this.indices = indices;
    this.hash = 31 * head.number() + indices.hashCode();
  }

  static Atom of(Head head, ImmutableList<Index> indices) {
    return new Atom(
        head,
        head.isSymmetric() && !Ordering.natural().isOrdered(indices)
            ? ImmutableList.sortedCopyOf(indices)
            : indices);
  }

  Head head() {
    return head;
  }

  ImmutableList<Index> indices() {
    return indices;
  }

  /** The atom with other indices in the place of some. */
  Atom rename(Map<Index, Index> names) {
    for (Index index : indices) {
      if (names.containsKey(index)) {
        return of(
            head,
            indices.stream()
                .map(i -> names.getOrDefault(i, i))
                .collect(ImmutableList.toImmutableList()));
      }
    }
    return this;
  }

  @Override
  public int compareTo(Atom other) {
    int order = head.compareTo(other.head);
    return order != 0 ? order : ARGUMENTS.compare(indices, other.indices);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Atom
            && head == ((Atom) other).head
            && indices.equals(((Atom) other).indices);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return head.text(indices.stream().map(Index::toString).toList());
  }
}
