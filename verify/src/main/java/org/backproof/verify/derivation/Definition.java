package org.backproof.verify.derivation;

import org.backproof.autodiff.expr.Expr;
import org.backproof.verify.notation.Position;

/**
 * A name for an expression.
 *
 * @param named the node of that name, whose operand is what it is defined as
 * @param source the text of what it is defined as
 */
public record Definition(String name, Expr named, String source, Position position) {}
