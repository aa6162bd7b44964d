package org.backproof.nn.data;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;

/** Assertions that a file is refused, with the whole of the message. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(Path file, String problem) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> DataReader.read(file))
        .withMessage("%s", file + ": " + problem);
  }

  static void assertWeightsRefused(Path file, String problem) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> WeightsReader.read(file))
        .withMessage("%s", file + ": " + problem);
  }
}
