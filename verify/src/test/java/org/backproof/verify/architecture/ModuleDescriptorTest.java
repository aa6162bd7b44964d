package org.backproof.verify.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModuleDescriptorTest {
  @Test
  void modulesExportAndRequireWhatIsMeant() throws IOException {
    String actual =
        Modules.references().stream()
            .map(reference -> describe(compiledDescriptor(reference)))
            .collect(Collectors.joining("\n"));

    assertThat(actual).isEqualTo(meant());
  }

  private static String meant() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(
            ModuleDescriptorTest.class.getResourceAsStream("module-descriptors.txt"))) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }

  /** The descriptor in the class file; that of the running module knows the tests' packages too. */
  private static ModuleDescriptor compiledDescriptor(ModuleReference reference) {
    try (ModuleReader reader = reference.open();
        InputStream descriptor = reader.open("module-info.class").orElseThrow()) {
      return ModuleDescriptor.read(descriptor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describe(ModuleDescriptor module) {
    Stream<String> directives =
        Stream.of(
                module.exports().stream()
                    .map(exports -> "exports " + exports.source() + to(exports.targets())),
                module.opens().stream()
                    .map(opens -> "opens " + opens.source() + to(opens.targets())),
                module.requires().stream()
                    .filter(requires -> !requires.name().equals("java.base"))
                    .map(ModuleDescriptorTest::describe),
                module.provides().stream()
                    .map(
                        provides ->
                            "provides " + provides.service() + " with " + provides.providers()),
                module.uses().stream().map(service -> "uses " + service))
            .flatMap(Stream::sorted)
            .map(directive -> "  " + directive + "\n");
    return "module " + module.name() + "\n" + directives.collect(Collectors.joining());
  }

  private static String describe(Requires requires) {
    String modifiers =
        requires.modifiers().stream()
            .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
            .sorted()
            .collect(Collectors.joining());
    return "requires " + modifiers + requires.name();
  }

  private static String to(Collection<String> targets) {
    return targets.isEmpty() ? "" : " to " + String.join(", ", new TreeSet<>(targets));
  }
}
