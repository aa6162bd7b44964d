package org.backproof.verify.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.backproof.verify.notation.Diagnostic;
import org.backproof.verify.notation.NotationException;
import org.backproof.verify.notation.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivations between the lines of a Markdown file. */
class MarkdownTest {
  private static final String NOTES =
      """
      # Notes

      ```backproof
      dims m
      given x : m
      ```

      Some text, and code that is none of ours:

      ```text
      z = 1 +
      ```

      - In a list:

        ~~~ backproof title
        z = 2 * x
          + 1
        ~~~

      > ```backproof
      > J = sum(z)
      > claim grad(J, x) == 2
      """;

  @TempDir private Path folder;

  private Derivation read(String text) throws IOException {
    Path file = folder.resolve("notes.MD");
    Files.writeString(file, text);
    return Derivation.read(file);
  }

  private String said(String text) {
    NotationException thrown = catchThrowableOfType(NotationException.class, () -> read(text));
    return thrown.diagnostics().stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
  }

  @Test
  void blocksAreOneDerivationWithThePlacesOfTheFile() throws IOException {
    Derivation derivation = read(NOTES);

    assertThat(derivation.definitions()).extracting(Definition::name).containsExactly("z", "J");
    assertThat(derivation.definitions().get(0).position()).isEqualTo(new Position(17, 3));
    assertThat(derivation.claims().get(0).position()).isEqualTo(new Position(23, 3));
  }

  @Test
  void faultsStandWhereTheAuthorSeesThem() {
    assertThat(said(NOTES.replace("+ 1", "+ y")))
        .isEqualTo(
            """
            18:7: There is no name 'y'
                  + y
                    ^""");
    assertThat(said(NOTES.replace("x) == 2", "y) == 2")))
        .isEqualTo(
            """
            23:17: There is no name 'y'
              > claim grad(J, y) == 2
                              ^""");
  }

  @Test
  void aStatementEndsWithItsBlock() {
    assertThat(said("```backproof\na = (1 +\n```\n\n```backproof\n  1)\nb = 1\n```\n"))
        .isEqualTo(
            """
            2:5: This '(' is never closed
              a = (1 +
                  ^
            6:3: An indented line continues the statement above it, but there is none
                1)
                ^""");
  }

  @Test
  void aFileWithoutABlockIsRefused() {
    assertThat(said("# Notes\n\n```text\na = 1\n```\n"))
        .startsWith("1:1: This Markdown file has no derivation: no fenced block begins with");
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkLeaveNoTrace() throws IOException {
    assertThat(read("\uFEFF```backproof\r\na = 1\r\n\r\n```\r\n").definitions()).hasSize(1);
    assertThat(said("```backproof\r\na = 1\r\nb = c\r\n```\r\n")).startsWith("3:5: ");
  }
}
