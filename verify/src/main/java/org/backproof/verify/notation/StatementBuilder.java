package org.backproof.verify.notation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.backproof.verify.notation.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Collects the tokens of one statement, and watches its brackets. */
final class StatementBuilder {
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Token> open = new ArrayDeque<>();
  private @Nullable SyntaxFault fault;

  boolean hasOpenBracket() {
    return !open.isEmpty();
  }

  boolean isEmpty() {
    return tokens.isEmpty() && fault == null;
  }

  /** Notes what is wrong; only the first fault of a statement counts. */
  void fault(Span span, String message) {
    if (fault == null) {
      fault = new SyntaxFault(span, message);
    }
  }

  void add(Token token) {
    if (tokens.size() >= Limits.TOKENS) {
      fault(
          token.span(),
          "A statement has at most "
              + Limits.TOKENS
              + " names, numbers and signs; define parts of it by names of their own");
      return;
    }
    tokens.add(token);
    if (token.is("(") || token.is("[")) {
      open(token);
    } else if (token.is(")") || token.is("]")) {
      close(token);
    }
  }

  private void open(Token bracket) {
    if (open.size() >= Limits.NESTING) {
      fault(bracket.span(), "Brackets are nested deeper than " + Limits.NESTING);
      return;
    }
    open.push(bracket);
  }

  private void close(Token bracket) {
    if (open.isEmpty()) {
      fault(bracket.span(), "This '" + bracket.text() + "' closes no bracket");
      return;
    }
    Token opening = open.pop();
    String matching = opening.is("(") ? ")" : "]";
    if (!bracket.is(matching) && !isInterval()) {
      fault(
          bracket.span(),
          "'"
              + opening.text()
              + "' is closed by '"
              + matching
              + "', not by '"
              + bracket.text()
              + "'");
    }
  }

  /** The domain of what is given may be open at one end: {@code (0, 1]}. */
  private boolean isInterval() {
    return tokens.get(0).isName("given") && tokens.stream().anyMatch(token -> token.isName("in"));
  }

  StatementText build() {
    Token bracket = open.peekLast();
    if (bracket != null) {
      fault(bracket.span(), "This '" + bracket.text() + "' is never closed");
    }
    int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).span().end();
    return new StatementText(
        ImmutableList.<Token>builder()
            .addAll(tokens)
            .add(new Token(Kind.END, "", new Span(end, end)))
            .build(),
        Optional.ofNullable(fault));
  }
}
