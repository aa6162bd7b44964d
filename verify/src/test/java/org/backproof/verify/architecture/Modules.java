package org.backproof.verify.architecture;

import java.lang.module.ModuleReference;
import java.util.List;

/** The modules of Backproof as this JVM has resolved them, without their tests. */
final class Modules {
  /** In the order of the layers: each may use only those before it. */
  static final List<String> NAMES =
      List.of(
          "org.backproof.core",
          "org.backproof.autodiff",
          "org.backproof.nn",
          "org.backproof.verify");

  private Modules() {}

  static List<ModuleReference> references() {
    return NAMES.stream().map(Modules::reference).toList();
  }

  private static ModuleReference reference(String name) {
    return ModuleLayer.boot()
        .configuration()
        .findModule(name)
        .orElseThrow(
            () ->
                new AssertionError(
                    "Run the tests on the module path: " + name + " is not resolved."))
        .reference();
  }
}
