package org.backproof.autodiff.print;

import org.backproof.autodiff.expr.Expr;

/**
 * Expressions as derivations are written: {@code delta3.T @ a2 / m}. Definitions come first, a line
 * each, the expression last. Contractions that have no shorter name are written as NumPy's {@code
 * einsum}.
 */
public final class TextPrinter {
  private static final TextStyle STYLE = new TextStyle();

  private TextPrinter() {}

  public static String print(Expr expression) {
    return Renderer.render(expression, STYLE);
  }
}
