package org.backproof.verify.prove;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.backproof.core.number.Rational;

/** The steps of an attempt, each once, if they are asked for. */
final class Trace {
  private static final int MOST_STEPS = 100_000;

  private final boolean recording;
  private final Set<Step> steps = new LinkedHashSet<>();

  Trace(boolean recording) {
    this.recording = recording;
  }

  boolean isRecording() {
    return recording && steps.size() < MOST_STEPS;
  }

  ImmutableList<Step> steps() {
    return ImmutableList.copyOf(steps);
  }

  void add(String rule, Form before, Form after) {
    if (isRecording() && !before.equals(after)) {
      steps.add(new Step(rule, before, after));
    }
  }

  /** A rule's result: the rest times each term of what takes the other factors' place. */
  void add(Rule rule, Product product, Rule.Result result, Algebra algebra) {
    if (!isRecording()) {
      return;
    }
    Form.Sum after = new Form.Sum();
    for (Map.Entry<Monomial, Rational> term : result.replacement().terms().entrySet()) {
      Product opened = algebra.open(term.getKey(), term.getValue());
      Product next = result.rest().copy().scale(opened.coefficient()).bind(opened.bound());
      next.times(opened.factorList());
      addAsItStands(next, after);
    }
    Form.Sum before = new Form.Sum();
    addAsItStands(product, before);
    add(rule.name(), before.toForm(), after.toForm());
  }

  private static void addAsItStands(Product product, Form.Sum sum) {
    sum.add(Labelling.monomial(product.bound(), product.factorList()), product.coefficient());
  }
}
