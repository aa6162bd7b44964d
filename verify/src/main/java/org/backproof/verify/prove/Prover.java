package org.backproof.verify.prove;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.ShapeException;

/** Proves that two expressions are equal for every size and value. Immutable. */
public final class Prover {
  private static final long MOST_STEPS = 20_000_000;

  private final Duration deadline;

  private Prover(Duration deadline) {
    this.deadline = deadline;
  }

  /** A prover that gives a claim so much time, after which it is unproved. */
  public static Prover within(Duration deadline) {
    return new Prover(deadline);
  }

  /**
   * Tries to prove that two expressions of the same shape are equal wherever both are defined. They
   * may name derivatives that have not been taken.
   */
  public Outcome prove(Expr left, Expr right) {
    if (!left.shape().equals(right.shape())) {
      throw new ShapeException(
          "A claim is of two expressions of one shape, not "
              + left.shape()
              + " and "
              + right.shape());
    }
    return new Attempt(left, right, new Budget(MOST_STEPS, deadline.toNanos())).run();
  }

  private static final class Attempt {
    private final Session session;
    private final Expr left;
    private final Expr right;

    Attempt(Expr left, Expr right, Budget budget) {
      this.session = new Session(budget, Facts.NONE);
      this.left = left;
      this.right = right;
    }

    Outcome run() {
      try {
        return attempt();
      } catch (Unprovable e) {
        return new Unproved(e.reason(), ImmutableList.of());
      } catch (StackOverflowError e) {
        return new Unproved("nested too deep", ImmutableList.of());
      }
    }

    private Outcome attempt() {
      List<Expr> roots = ImmutableList.of(left, right);
      Partition partition = Partition.of(roots);
      Workings workings = Workings.of(session, partition, roots);
      for (ImmutableList<Block> blocks : partition.of(left.shape())) {
        Form difference =
            workings
                .definitions()
                .withSmall(
                    workings
                        .lowering()
                        .entries(left, blocks)
                        .minus(workings.lowering().entries(right, blocks)));
        Form residual = residual(workings.definitions(), difference);
        if (!residual.isZero()) {
          return new Unproved("a difference is left", terms(residual));
        }
      }
      return new Proof(ImmutableList.copyOf(session.assumptions()), ImmutableList.of());
    }

    /** Puts in definitions, the last defined first, until nothing or no name is left. */
    private Form residual(Definitions definitions, Form difference) {
      Form form = difference;
      while (!form.isZero()) {
        Form next = definitions.withLastName(form);
        if (next == null) {
          return new Denominators(session).cleared(form);
        }
        form = next;
      }
      return form;
    }

    private static ImmutableList<String> terms(Form form) {
      ImmutableList.Builder<String> terms = ImmutableList.builder();
      for (Map.Entry<Monomial, Rational> term : form.sorted()) {
        terms.add(new Form.Sum().add(term.getKey(), term.getValue()).toForm().toString());
      }
      return terms.build();
    }
  }
}
