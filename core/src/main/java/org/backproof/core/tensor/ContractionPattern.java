package org.backproof.core.tensor;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which axes of one or two operands go together, and which axes the result has: the index pattern
 * of a sum of products, in the manner of Einstein's summation. {@code ij,jk->ik} is a matrix
 * product, {@code ij->ji} a transpose, {@code ij->} a sum, {@code ii->} a trace, {@code i,j->ij} an
 * outer product, {@code i->ii} a diagonal matrix and {@code ->ij} a number spread over a matrix.
 *
 * <p>A label that the result lacks is summed over. A label that only the result has is one along
 * which the result is constant; its size is given with the contraction. A label that stands twice
 * in the result makes it zero off that diagonal.
 *
 * <p>Immutable. Labels are numbered by first appearance, so that two patterns are equal if they
 * differ in names alone.
 */
public final class ContractionPattern {
  private static final String LETTERS = "ijklmnopqrstuvwxyzabcdefghABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final ImmutableList<ImmutableIntArray> operands;
  private final ImmutableIntArray result;
  private final int labels;
  private final ImmutableIntArray free;
  private final LabelRoles roles;

  private ContractionPattern(
      ImmutableList<ImmutableIntArray> operands, ImmutableIntArray result, int labels) {
    this.operands = operands;
    this.result = result;
    this.labels = labels;
    this.free =
        ImmutableIntArray.copyOf(IntStream.range(0, labels).filter(label -> !isBound(label)));
    this.roles = LabelRoles.of(this);
  }

  /**
   * A pattern from any integers as labels.
   *
   * @throws IllegalArgumentException if there are not one or two operands
   */
  public static ContractionPattern of(List<ImmutableIntArray> operands, ImmutableIntArray result) {
    checkArgument(
        operands.size() == 1 || operands.size() == 2,
        "A contraction has one or two operands, not %s",
        operands.size());
    Map<Integer, Integer> numbers = new HashMap<>();
    List<ImmutableIntArray> renamed = new ArrayList<>();
    for (ImmutableIntArray operand : operands) {
      renamed.add(rename(operand, numbers));
    }
    ImmutableIntArray renamedResult = rename(result, numbers);
    return new ContractionPattern(ImmutableList.copyOf(renamed), renamedResult, numbers.size());
  }

  private static ImmutableIntArray rename(ImmutableIntArray labels, Map<Integer, Integer> numbers) {
    ImmutableIntArray.Builder renamed = ImmutableIntArray.builder(labels.length());
    labels.forEach(label -> renamed.add(numbers.computeIfAbsent(label, unused -> numbers.size())));
    return renamed.build();
  }

  /**
   * A pattern as text, a letter a label: {@code "ij,jk->ik"}.
   *
   * @throws IllegalArgumentException if the text is not of that form
   */
  public static ContractionPattern parse(String text) {
    List<String> sides = Splitter.on("->").splitToList(text);
    checkArgument(
        sides.size() == 2
            && text.codePoints()
                .allMatch(c -> Character.isLetter(c) || c == ',' || c == '-' || c == '>'),
        "A contraction pattern reads like 'ij,jk->ik', not '%s'",
        text);
    return of(
        Splitter.on(',')
            .splitToStream(sides.get(0))
            .map(ContractionPattern::letters)
            .collect(Collectors.toList()),
        letters(sides.get(1)));
  }

  private static ImmutableIntArray letters(String text) {
    return ImmutableIntArray.copyOf(text.chars().toArray());
  }

  /** The labels of each operand's axes. */
  public ImmutableList<ImmutableIntArray> operands() {
    return operands;
  }

  /** The labels of the result's axes. */
  public ImmutableIntArray result() {
    return result;
  }

  /** How many labels there are; they are the numbers below. */
  public int labels() {
    return labels;
  }

  LabelRoles roles() {
    return roles;
  }

  /** Whether some operand has the label. */
  public boolean isBound(int label) {
    return operands.stream().anyMatch(operand -> operand.contains(label));
  }

  /** The labels that only the result has, in ascending order. */
  public ImmutableIntArray freeLabels() {
    return free;
  }

  /** Whether the label is summed over. */
  public boolean isSummed(int label) {
    return !result.contains(label);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContractionPattern that
        && operands.equals(that.operands)
        && result.equals(that.result);
  }

  @Override
  public int hashCode() {
    return 31 * operands.hashCode() + result.hashCode();
  }

  /** For instance {@code ij,jk->ik}; labels beyond the letters are numbers in brackets. */
  @Override
  public String toString() {
    return operands.stream().map(ContractionPattern::text).collect(Collectors.joining(","))
        + "->"
        + text(result);
  }

  private static String text(ImmutableIntArray labels) {
    return labels.stream()
        .mapToObj(
            label ->
                label < LETTERS.length() ? LETTERS.substring(label, label + 1) : "[" + label + "]")
        .collect(Collectors.joining());
  }
}
