package org.backproof.verify.notation;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds what a misspelt name was meant to be. */
public final class Spelling {
  private Spelling() {}

  /** Of some names the nearest one, if it is so near that it may have been meant. */
  public static Optional<String> nearest(String name, Iterable<String> known) {
    int most = name.length() < 3 ? 1 : (name.length() + 2) / 3;
    return StreamSupport.stream(known.spliterator(), false)
        .filter(other -> Math.abs(other.length() - name.length()) <= most)
        .filter(other -> distance(name, other) <= most)
        .filter(other -> name.length() > 1 || other.equalsIgnoreCase(name))
        .min(
            Comparator.<String>comparingInt(other -> distance(name, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The end of a message: {@code ; did you mean Theta1?}, or nothing. */
  public static String hint(String name, Iterable<String> known) {
    return nearest(name, known).map(other -> "; did you mean " + other + "?").orElse("");
  }

  /**
   * How many letters are to be put in, taken out, changed or exchanged with their neighbour; upper
   * against lower case is no change (optimal string alignment).
   */
  private static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
