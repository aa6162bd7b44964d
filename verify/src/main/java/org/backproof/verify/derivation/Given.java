package org.backproof.verify.derivation;

import org.backproof.autodiff.expr.Expr;
import org.backproof.verify.notation.Position;

/**
 * A tensor that a derivation takes as given.
 *
 * @param variable the variable of its name and shape
 * @param domain what its entries are taken from
 */
public record Given(String name, Expr variable, Domain domain, Position position) {}
