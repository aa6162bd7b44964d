package org.backproof.verify.notation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/** A derivation cannot be read; all that is wrong with it, in the order of the file. */
public final class NotationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<Diagnostic> diagnostics;

  public NotationException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")));
    checkArgument(!diagnostics.isEmpty(), "Without a diagnostic nothing is wrong");
    this.diagnostics = ImmutableList.copyOf(diagnostics);
  }

  public NotationException(Diagnostic diagnostic) {
    this(ImmutableList.of(diagnostic));
  }

  /** At least one. */
  public ImmutableList<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
