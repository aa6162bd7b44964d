package org.backproof.verify.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.backproof.verify.notation.Diagnostic;
import org.backproof.verify.notation.NotationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said of faults, where the caret stands, and that one fault leads to one message. */
class FaultTest {
  /** A text and what is said of it, as {@code faults.txt} has them. */
  private record Golden(String text, String expected) {
    String title() {
      return expected.lines().findFirst().orElse("");
    }
  }

  private static List<Golden> golden() {
    List<Golden> all = new ArrayList<>();
    for (String part : Splitter.on(Pattern.compile("(?m)^=+\\R")).split(resource())) {
      if (!part.isBlank()) {
        List<String> sides = Splitter.on(Pattern.compile("(?m)^-+\\R")).splitToList(part);
        all.add(new Golden(sides.get(0), sides.get(1).stripTrailing()));
      }
    }
    return all;
  }

  private static String resource() {
    try (InputStream in =
        Objects.requireNonNull(FaultTest.class.getResourceAsStream("faults.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String said(String text) {
    try {
      Derivation.parse(text);
      return "nothing";
    } catch (NotationException e) {
      return e.diagnostics().stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
    }
  }

  @TestFactory
  Stream<DynamicTest> isSaidInTheseWords() {
    return golden().stream()
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.title(),
                    () -> assertThat(said(golden.text())).isEqualTo(golden.expected())));
  }

  @Test
  void theListIsNotEmpty() {
    assertThat(golden()).hasSizeGreaterThan(50);
  }
}
