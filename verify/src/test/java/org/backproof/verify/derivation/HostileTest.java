package org.backproof.verify.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backproof.verify.notation.NotationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that is meant to do harm gets one error, in bounded time and depth. */
class HostileTest {
  @TempDir private Path folder;

  private static Arguments text(String name, String text, String said) {
    return Arguments.of(name, text, said);
  }

  private static String binders(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "x" + (char) ('a' + i) + " < 2")
        .collect(Collectors.joining(","));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        text("brackets", "a = " + "(\n".repeat(100_000), "nested deeper than 200"),
        text("brackets in a line", "a = " + "(".repeat(100_000), "at most 10000 characters"),
        text(
            "closed brackets",
            "a = " + "(".repeat(4000) + "1" + ")".repeat(4000),
            "deeper than 200"),
        text("signs", "a = " + "-".repeat(500) + "1", "nested deeper than 200"),
        text("powers", "a = 2" + " ** 2".repeat(250), "nested deeper than 200"),
        text("cases", "a = " + "1 if c else ".repeat(201) + "1", "at most 600 names"),
        text("calls", "a = " + "exp(".repeat(201) + "1" + ")".repeat(201), "deeper than 200"),
        text("partials", "a = " + "∂".repeat(500), "nested deeper than 200"),
        text("subscripts", "a = b" + "[b".repeat(300) + "]".repeat(300), "deeper than 200"),
        text("a long line", "a = " + "1 + ".repeat(250_000), "at most 10000 characters"),
        text("a long sum", "a = 1" + "\n + 1".repeat(10_000), "at most 600 names"),
        text("a long name", "a = " + "b".repeat(5000), "A name has at most 100 characters"),
        text("a long number", "a = " + "9".repeat(5000), "A number has at most 400 digits"),
        text("a large exponent", "a = 1e999999999", "an exponent up to 400"),
        text("a power", "given x : scalar\na = x ** 10 ** 9", "up to 1000, not 1000000000"),
        text("a power of powers", "a = 2 ** 9 ** 9 ** 9", "too large"),
        text("sizes", "given A : 1000000000 x 1000000000", "cannot be tried"),
        text("a narrowed size", "dims m >= 1000000000", "at least 1000"),
        text("ones", "a = ones(1000000000, 1000000000)", "cannot be tried"),
        text("a huge size", "a = ones(1000000000 * 1000000000)", "less than 2^31"),
        text("indices", "D[" + binders(26) + "] = 1", "cannot be tried"),
        text(
            "cases of many indices",
            "D["
                + binders(12).replace("2", "3")
                + "] = "
                + IntStream.range(0, 12)
                    .mapToObj(i -> "1 if x" + (char) ('a' + i) + " == 1 else (")
                    .collect(Collectors.joining())
                + "0"
                + ")".repeat(12),
            "cases within cases"),
        text("a cycle", "a = b\nb = a", "'b' is used before it is defined"),
        text("a null", "a = \0", "The character (U+0000) has no meaning"),
        text("half a pair", "a = \uD800", "(U+D800) has no meaning"),
        text("labels", "claim \"" + "\\".repeat(5000), "no closing quote"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void getsOneError(String name, String text, String said) throws InterruptedException {
    NotationException[] thrown = new NotationException[1];
    Thread small =
        new Thread(
            null,
            () ->
                thrown[0] =
                    catchThrowableOfType(NotationException.class, () -> Derivation.parse(text)),
            name,
            512 * 1024);
    small.start();
    small.join();

    assertThat(thrown[0]).isNotNull();
    assertThat(thrown[0].diagnostics()).hasSize(1);
    assertThat(thrown[0].diagnostics().get(0).message()).contains(said);
  }

  @Test
  void theLongestAndDeepestThatIsAllowedIsRead() throws InterruptedException {
    String deep = "(".repeat(140) + "1" + " + 1)".repeat(140);
    String text = "a = 1" + "\n + 1".repeat(295) + "\nb = " + deep + "\n";
    Derivation[] read = new Derivation[1];
    Thread small = new Thread(null, () -> read[0] = Derivation.parse(text), "small", 512 * 1024);
    small.start();
    small.join();

    assertThat(read[0].definitions()).hasSize(2);
  }

  @Test
  void aFileThatIsNotUtf8IsRefusedAtTheByte() throws IOException {
    Path file = folder.resolve("bad.bp");
    Files.write(file, "given c : scalar\na = c + é\n".getBytes(StandardCharsets.ISO_8859_1));

    NotationException thrown =
        catchThrowableOfType(NotationException.class, () -> Derivation.read(file));

    assertThat(thrown)
        .hasMessage(
            "2:9: A derivation is UTF-8 text; the byte 0xE9 here is not\n  a = c + \n          ^");
  }

  @Test
  void aFileThatIsTooLongIsRefused() throws IOException {
    Path file = folder.resolve("long.bp");
    Files.write(file, new byte[(4 << 20) + 1]);

    NotationException thrown =
        catchThrowableOfType(NotationException.class, () -> Derivation.read(file));

    assertThat(thrown).hasMessageContaining("at most 4 MiB");
  }
}
