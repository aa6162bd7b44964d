package org.backproof.verify.notation;

/**
 * A name, a number, a label or a sign.
 *
 * @param text in one spelling for each sign; of a label without its quotes
 */
record Token(Kind kind, String text, Span span) {
  enum Kind {
    NAME,
    NUMBER,
    LABEL,
    SIGN,
    /** After the last of a statement. */
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /** How a message speaks of it. */
  String description() {
    return switch (kind) {
      case END -> "the statement ends";
      case LABEL -> "there is the label \"" + text + "\"";
      default -> "there is '" + text + "'";
    };
  }
}
