package org.backproof.verify.arbitrary;

import java.util.List;

/** A number as a sequence of choices, of which 0 makes the first each time. */
final class Choices {
  private int rest;

  Choices(int number) {
    this.rest = number;
  }

  /** A number from 0 to {@code count - 1}. */
  int below(int count) {
    int choice = rest % count;
    rest /= count;
    return choice;
  }

  <T> T of(List<T> options) {
    return options.get(below(options.size()));
  }
}
