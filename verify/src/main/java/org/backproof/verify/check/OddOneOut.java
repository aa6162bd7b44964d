package org.backproof.verify.check;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds, among several methods, the one that stands alone. */
final class OddOneOut {
  private OddOneOut() {}

  /**
   * The method without which all comparisons agree, if it differs from some and at least one
   * comparison is left to agree; empty if no method differs, or if the blame could lie elsewhere.
   */
  static Optional<Method> among(Collection<Comparison> comparisons) {
    List<Comparison> differing = comparisons.stream().filter(Comparison::differs).toList();
    ImmutableSet<Method> suspects =
        differing.stream()
            .map(c -> Sets.immutableEnumSet(c.first(), c.second()))
            .reduce((a, b) -> Sets.immutableEnumSet(Sets.intersection(a, b)))
            .map(ImmutableSet::copyOf)
            .orElse(ImmutableSet.of());
    List<Method> cleared =
        suspects.stream()
            .filter(suspect -> isExplained(suspect, comparisons))
            .collect(Collectors.toList());
    return cleared.size() == 1 ? Optional.of(cleared.get(0)) : Optional.empty();
  }

  /** Whether the others agree among themselves, those that the suspect differs from included. */
  private static boolean isExplained(Method suspect, Collection<Comparison> comparisons) {
    ImmutableSet<Method> accusers =
        comparisons.stream()
            .filter(c -> c.involves(suspect) && c.differs())
            .map(c -> c.other(suspect))
            .collect(ImmutableSet.toImmutableSet());
    Stream<Comparison> others = comparisons.stream().filter(c -> !c.involves(suspect));
    return others
        .filter(Comparison::agrees)
        .anyMatch(c -> accusers.contains(c.first()) || accusers.contains(c.second()));
  }
}
