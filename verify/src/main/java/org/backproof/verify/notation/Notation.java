package org.backproof.verify.notation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import org.backproof.verify.notation.Token.Kind;

/** Reads sources. */
public final class Notation {
  private Notation() {}

  /** The statements of a source; those that cannot be read leave a diagnostic. */
  public static Script statements(Source source) {
    ImmutableList.Builder<Statement> statements = ImmutableList.builder();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (StatementText text : Statements.of(source)) {
      try {
        requireTokens(text);
        statements.add(StatementParser.parse(text.tokens()));
      } catch (SyntaxFault fault) {
        diagnostics.add(source.diagnostic(fault.span(), fault.sentence()));
        statements.add(broken(text));
      }
    }
    return new Script(source, statements.build(), ImmutableList.copyOf(diagnostics));
  }

  /**
   * The one expression of a source, which may go over several lines.
   *
   * @throws NotationException if it cannot be read
   */
  public static Node expression(Source source) {
    StatementBuilder all = new StatementBuilder();
    for (int i = 0; i < source.lines().size(); i++) {
      Lexer.read(source.lines().get(i).text(), source.start(i), all);
    }
    StatementText text = all.build();
    try {
      requireTokens(text);
      return StatementParser.expression(text.tokens());
    } catch (SyntaxFault fault) {
      throw new NotationException(source.diagnostic(fault.span(), fault.sentence()));
    }
  }

  private static void requireTokens(StatementText text) {
    if (text.fault().isPresent()) {
      throw text.fault().get();
    }
  }

  /** The names that a statement was to bring in are not missed again where they are used. */
  private static Statement broken(StatementText text) {
    ImmutableList<Token> tokens = text.tokens();
    Token first = tokens.get(0);
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    if (first.isName("dims")) {
      tokens.stream()
          .skip(1)
          .filter(token -> token.kind() == Kind.NAME)
          .forEach(name -> names.add(name.text()));
    } else if (first.isName("given") && tokens.size() > 1) {
      names.add(tokens.get(1).text());
    } else if (first.kind() == Kind.NAME && !Words.RESERVED.contains(first.text())) {
      names.add(first.text());
    }
    Span end = tokens.get(tokens.size() - 1).span();
    return new Statement.Broken(first.span().to(end), names.build());
  }
}
