package org.backproof.verify.derivation;

import org.backproof.autodiff.expr.Expr;
import org.backproof.verify.notation.Position;

/**
 * One side of a comparison.
 *
 * @param source its text
 */
public record Side(Expr expr, String source, Position position) {}
