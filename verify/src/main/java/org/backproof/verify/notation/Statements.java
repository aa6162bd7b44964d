package org.backproof.verify.notation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;
import org.backproof.verify.notation.Source.Line;

/**
 * Cuts a source into statements: a line that is indented continues the statement above it, and so
 * does one inside a bracket, unless it begins a statement beyond doubt.
 */
final class Statements {
  /** The words that begin a statement. */
  static final ImmutableSet<String> KEYWORDS =
      ImmutableSet.of("dims", "given", "assume", "claim", "reject", "illshaped");

  private static final Pattern BEGINNING =
      Pattern.compile(
          "(" + String.join("|", KEYWORDS) + ")\\b.*|(?!axis\\b|keepdims\\b)\\p{L}\\w*\\s*=(?!=).*",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final ImmutableList.Builder<StatementText> statements = ImmutableList.builder();
  private StatementBuilder current = new StatementBuilder();

  private Statements() {}

  static ImmutableList<StatementText> of(Source source) {
    Statements statements = new Statements();
    for (int i = 0; i < source.lines().size(); i++) {
      statements.add(source.lines().get(i), source.start(i));
    }
    statements.finish();
    return statements.statements.build();
  }

  private void add(Line line, int start) {
    if (line.startsBlock()) {
      finish();
    }
    String words = line.text().strip();
    if (words.isEmpty() || words.startsWith("#")) {
      return;
    }
    boolean indented = Character.isWhitespace(line.text().charAt(0));
    if (!indented && (!current.hasOpenBracket() || BEGINNING.matcher(words).matches())) {
      finish();
    }
    if (indented && current.isEmpty()) {
      int first = start + line.text().indexOf(words);
      current.fault(
          new Span(first, first + 1),
          "An indented line continues the statement above it, but there is none");
    }
    Lexer.read(line.text(), start, current);
  }

  private void finish() {
    if (!current.isEmpty()) {
      statements.add(current.build());
    }
    current = new StatementBuilder();
  }
}
