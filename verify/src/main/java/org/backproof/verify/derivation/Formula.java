package org.backproof.verify.derivation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Leaf;
import org.backproof.autodiff.expr.Named;
import org.backproof.core.shape.Dim;
import org.backproof.verify.notation.Node;
import org.backproof.verify.notation.Notation;
import org.backproof.verify.notation.NotationException;
import org.backproof.verify.notation.Position;
import org.backproof.verify.notation.Source;

/** Reads single expressions. */
public final class Formula {
  private static final Position NOWHERE = new Position(1, 1);

  private Formula() {}

  /**
   * The expression of a text such as {@code X @ Theta1.T}.
   *
   * @param names what the names in it stand for: variables and named nodes; the sizes of their
   *     shapes are known too, each at least 1
   * @throws NotationException if it cannot be read, a name is unknown or shapes do not fit
   */
  public static Expr parse(String text, Expr... names) {
    Names known = new Names(ImmutableMap.of());
    for (Expr name : names) {
      add(name, known);
    }
    return parse(Source.of(text), known);
  }

  /** Adds a node by its name, and the sizes in its shape. */
  static void add(Expr name, Names names) {
    checkArgument(
        name.primitive() instanceof Leaf.Variable || name.primitive() instanceof Named,
        "A variable or a named node is needed, which %s is not",
        name);
    for (Dim dim : name.shape().dims()) {
      dim.names().forEach(size -> names.addSize(size, 1, NOWHERE));
    }
    names.addTensor(name.primitive().name(), name, NOWHERE);
  }

  static Expr parse(Source source, Names names) {
    Node node = Notation.expression(source);
    try {
      return new Lowering(source).value(node, Scope.of(names)).expr();
    } catch (Fault fault) {
      throw new NotationException(source.diagnostic(fault.span(), fault.sentence()));
    }
  }
}
