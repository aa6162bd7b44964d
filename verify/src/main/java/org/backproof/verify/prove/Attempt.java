package org.backproof.verify.prove;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.ExprGraph;
import org.backproof.core.number.Rational;
import org.jspecify.annotations.Nullable;

/** Attempts at some claims that share their definitions. */
final class Attempt {
  private static final long MOST_STEPS = 20_000_000;
  private static final long MOST_STEPS_FOR_NAMES = 6_000;

  private final ImmutableList<Expr> roots;
  private final Facts facts;
  private final Trace trace;
  private @Nullable Workings workings;
  private boolean spent;

  Attempt(List<Equality> claims, Facts facts, boolean recording) {
    this.trace = new Trace(recording);
    ImmutableList.Builder<Expr> sides = ImmutableList.builder();
    claims.forEach(claim -> sides.add(claim.left(), claim.right()));
    this.roots = sides.build();
    this.facts = facts;
  }

  /** Whether an attempt was cut short, so that another needs to start anew. */
  boolean isSpent() {
    return spent;
  }

  Outcome prove(Equality claim, Duration time) {
    try {
      Workings current = workings;
      if (current == null) {
        current = Workings.of(facts, roots, trace);
        workings = current;
      }
      current.session().begin(new Budget(MOST_STEPS, time.toNanos()));
      return prove(claim, current);
    } catch (Unprovable e) {
      spent = true;
      return new Unproved(e.reason(), ImmutableList.of());
    } catch (StackOverflowError e) {
      spent = true;
      return new Unproved("an expression is nested too deep", ImmutableList.of());
    }
  }

  private Outcome prove(Equality claim, Workings current) {
    for (ImmutableList<Block> blocks : current.partition().of(claim.left().shape())) {
      Form left = current.lowering().entries(claim.left(), blocks);
      Form right = current.lowering().entries(claim.right(), blocks);
      record(current, "the left side, entry by entry", claim.left(), blocks, left);
      record(current, "the right side, entry by entry", claim.right(), blocks, right);
      Form difference = current.definitions().withSmall(left.minus(right));
      Form residual = residual(current, difference);
      if (!residual.isZero()) {
        return new Unproved("a difference is left", terms(residual));
      }
      trace.add("left minus right is nothing", left.minus(right), Form.ZERO);
    }
    Set<Expr> nodes =
        ImmutableSet.copyOf(ExprGraph.postOrder(ImmutableList.of(claim.left(), claim.right())));
    return new Proof(current.session().assumptions(nodes), trace.steps());
  }

  private void record(
      Workings current, String rule, Expr side, ImmutableList<Block> blocks, Form form) {
    if (trace.isRecording()) {
      trace.add(rule, current.session().entries(side, blocks), form);
    }
  }

  /**
   * Puts in definitions, the last defined first, until nothing or no name is left; what is left
   * when that comes to too much is the shortest difference on the way.
   */
  private Form residual(Workings current, Form difference) {
    Form shortest = difference;
    Form form = difference;
    current.session().limit(MOST_STEPS_FOR_NAMES);
    try {
      while (!form.isZero()) {
        Form next = current.definitions().withLastName(form);
        if (next == null) {
          Form rest = current.assumed().applied(form);
          Form cleared = new Denominators(current.session()).cleared(rest);
          return cleared.isZero() ? cleared : shortest;
        }
        form = next;
        shortest = form.size() < shortest.size() ? form : shortest;
      }
      return form;
    } catch (Unprovable e) {
      spent = true;
      return shortest;
    }
  }

  private static ImmutableList<String> terms(Form form) {
    ImmutableList.Builder<String> terms = ImmutableList.builder();
    for (Map.Entry<Monomial, Rational> term : form.sorted()) {
      terms.add(new Form.Sum().add(term.getKey(), term.getValue()).toForm().toString());
    }
    return terms.build();
  }
}
