package org.backproof.verify.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which primitive was checked against which reference, and how often. */
final class Coverage {
  /** Those that share nothing with the derivative rules, nor with one another. */
  private static final Set<Reference> INDEPENDENT =
      ImmutableSet.of(
          Reference.DUAL, Reference.COMPLEX_STEP, Reference.DIFFERENCES, Reference.PRIME_FIELD);

  private static final int LEAST_REFERENCES = 2;

  private final Table<String, Reference, Integer> tries = TreeBasedTable.create();

  void add(String primitive, Reference reference) {
    Integer before = tries.get(primitive, reference);
    tries.put(primitive, reference, before == null ? 1 : before + 1);
  }

  /** Fails unless each primitive there is was checked against two independent references. */
  void assertComplete() {
    for (String primitive : Primitives.keys()) {
      Map<Reference, Integer> row = tries.row(primitive);
      assertThat(row.keySet().stream().filter(INDEPENDENT::contains))
          .as("independent references of " + primitive)
          .hasSizeGreaterThanOrEqualTo(LEAST_REFERENCES);
    }
  }

  /** Writes the table of primitives against references. */
  void write(Path file) throws IOException {
    StringBuilder text =
        new StringBuilder("# Primitives against the references of their derivatives\n\n")
            .append("At how many random points each was checked.\n\n| primitive |");
    Arrays.stream(Reference.values()).forEach(reference -> text.append(" " + reference + " |"));
    text.append("\n|---|").append("---:|".repeat(Reference.values().length)).append("\n");
    for (String primitive : Primitives.keys()) {
      Map<Reference, Integer> row = tries.row(primitive);
      text.append(
          Arrays.stream(Reference.values())
              .map(reference -> row.containsKey(reference) ? "" + row.get(reference) : "")
              .collect(Collectors.joining(" | ", "| " + primitive + " | ", " |\n")));
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text.toString());
  }
}
