package org.backproof.verify.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.backproof.verify.notation.Diagnostic;
import org.backproof.verify.notation.NotationException;

/** Whatever is read, it is a derivation, or all that is wrong is said with its place. */
class GarbageProperties {
  private static final List<String> WORDS =
      List.of(
          "dims ",
          "given ",
          "assume ",
          "claim ",
          "reject ",
          "illshaped ",
          "in ",
          " x ",
          "scalar",
          "if ",
          "else ",
          "\n",
          "\n ",
          "m",
          "n",
          "A",
          "v",
          "c",
          "z",
          "i",
          "j",
          "0",
          "1",
          "2.5",
          "1e9",
          "+",
          "-",
          "*",
          "/",
          "**",
          "^",
          "@",
          ".T",
          "ᵀ",
          "'",
          "(",
          ")",
          "[",
          "]",
          ",",
          ":",
          "=",
          "==",
          "<",
          "<=",
          ">",
          "!=",
          "sum(",
          "sum(k < m: ",
          "Σ(",
          "prod(",
          "grad(",
          "hess(",
          "jvp(",
          "∂",
          "sigmoid",
          "relu'(",
          "hstack(",
          "softmax(",
          "axis=",
          "keepdims=True",
          "ones(",
          "eye(",
          "diag(",
          "inv(",
          "D[i < m, j < n] = ",
          "\"label\": ",
          "# ",
          "inf",
          "⊙");

  private static final String START =
      "dims m, n\ngiven A : m x n\ngiven v : n\ngiven c : scalar\nz = A @ v\n";

  private static void read(String text) {
    try {
      Derivation.parse(text);
    } catch (NotationException e) {
      long lines = text.lines().count();
      for (Diagnostic diagnostic : e.diagnostics()) {
        assertThat(diagnostic.message()).isNotBlank();
        assertThat(diagnostic.position().line()).isBetween(1, (int) Math.max(1, lines));
        assertThat(diagnostic.position().column()).isPositive();
        assertThat(diagnostic.render()).endsWith("^");
      }
    }
  }

  @Property(tries = 500)
  void anyCharacters(@ForAll String text) {
    read(text);
  }

  @Provide
  Arbitrary<String> wordSalad() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(words -> String.join("", words));
  }

  @Property(tries = 1000)
  void wordsOfTheNotationInAnyOrder(@ForAll("wordSalad") String words) {
    read(START + "a = " + words);
    read(START + words);
  }

  @Provide
  Arbitrary<String> brokenDerivations() {
    String whole =
        START
            + "D[i < m, j < n] = A[i, j] if j > 0 else sum(k < m: A[k, j] * z[k])\n"
            + "J = sum(sigmoid(D) ** 2, axis=0) @ v - softmax(v)[-1]\n"
            + "claim \"label\": grad(J, A) == vjp(J, A, 1) == ∂J/∂A\n"
            + "assume v > 0\nillshaped A @ A\n";
    Arbitrary<Integer> places = Arbitraries.integers().between(0, whole.length());
    return places.flatMap(
        from ->
            Arbitraries.integers()
                .between(0, 6)
                .flatMap(
                    length ->
                        Arbitraries.of(WORDS)
                            .map(
                                word ->
                                    whole.substring(0, from)
                                        + word
                                        + whole.substring(
                                            Math.min(whole.length(), from + length)))));
  }

  @Property(tries = 1000)
  void aDerivationWithAPlaceOverwritten(@ForAll("brokenDerivations") String text) {
    read(text);
  }

  @Property(tries = 200)
  void anyBytesInAFile(@ForAll @Size(max = 200) byte[] bytes, @ForAll boolean isMarkdown)
      throws IOException {
    Path file = Files.createTempFile("garbage", isMarkdown ? ".md" : ".bp");
    try {
      Files.write(file, bytes);
      Derivation.read(file);
    } catch (NotationException e) {
      assertThat(e.diagnostics()).isNotEmpty();
    } finally {
      Files.delete(file);
    }
  }
}
