package org.backproof.verify.prove;

import java.util.LinkedHashSet;
import java.util.Set;

/** What the parts of one proof attempt share. */
final class Session {
  private Budget budget = new Budget(0, 0);
  private final Heads heads;
  private final Algebra algebra;
  private final Functions functions;
  private final Logarithms logarithms;
  private final Powers powers;
  private final Recognition recognition;
  private final Set<String> assumptions = new LinkedHashSet<>();

  Session(Facts facts) {
    this.heads = new Heads(facts);
    this.algebra = new Algebra(this, heads);
    this.functions = new Functions(this, heads);
    this.logarithms = new Logarithms(this);
    this.powers = new Powers(this);
    this.recognition = new Recognition(this);
    new FunctionRules(this).all().forEach(algebra::use);
    algebra.use(new Cancellation(this));
    algebra.use(new InverseRule(this));
  }

  /** Gives the claim that comes next its own budget. */
  void begin(Budget next) {
    budget = next;
  }

  /** Lets no more than so many further steps be taken. */
  void limit(long steps) {
    budget.limit(steps);
  }

  Budget budget() {
    return budget;
  }

  Heads heads() {
    return heads;
  }

  Algebra algebra() {
    return algebra;
  }

  Functions functions() {
    return functions;
  }

  Logarithms logarithms() {
    return logarithms;
  }

  Powers powers() {
    return powers;
  }

  Recognition recognition() {
    return recognition;
  }

  /** A function at an argument, as it stands. */
  Form plain(Function function, Form argument) {
    return algebra.power(heads.apply(function, argument), org.backproof.core.number.Rational.ONE);
  }

  void assumeNotZero(Form form) {
    assumptions.add("almost everywhere: " + form + " is not 0");
  }

  void assume(String condition) {
    assumptions.add(condition);
  }

  org.backproof.core.number.Rational minusOne() {
    return org.backproof.core.number.Rational.of(-1);
  }

  void record(String rule, Product product, Rule.Result result) {}

  Set<String> assumptions() {
    return assumptions;
  }
}
