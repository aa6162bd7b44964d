package org.backproof.autodiff.print;

import org.backproof.autodiff.expr.Expr;

/** Expressions as LaTeX, for math mode with the packages amsmath and amssymb. */
public final class LatexPrinter {
  private static final LatexStyle STYLE = new LatexStyle();

  private LatexPrinter() {}

  /**
   * The formula; with definitions, an {@code aligned} environment of which the last line is the
   * expression.
   */
  public static String print(Expr expression) {
    return Renderer.render(expression, STYLE);
  }
}
