package org.backproof.core.shape;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The size of one axis: an affine expression over size names with integer coefficients, such as
 * {@code m}, {@code n + 1} or {@code 2*n - 3}. Two dims are equal exactly when they are the same
 * expression, hence equal for every size.
 *
 * <p>Immutable. Arithmetic that leaves the range of an {@code int} throws {@link ShapeException}.
 */
public final class Dim {
  /** The size 0 of an empty axis. */
  public static final Dim ZERO = of(0);

  /** The size 1, which broadcasts. */
  public static final Dim ONE = of(1);

  private final ImmutableSortedMap<String, Integer> coefficients;
  private final int constant;

  private Dim(ImmutableSortedMap<String, Integer> coefficients, int constant) {
    this.coefficients = coefficients;
    this.constant = constant;
  }

  /** A size that is known; intermediate results of arithmetic may be negative. */
  public static Dim of(int constant) {
    return new Dim(ImmutableSortedMap.of(), constant);
  }

  /** A size known by name: a letter of any alphabet, then letters, digits and {@code _}. */
  public static Dim named(String name) {
    checkArgument(
        isName(name),
        "A size name is a letter, then letters, digits or _; this is not one: '%s'",
        name);
    return new Dim(ImmutableSortedMap.of(name, 1), 0);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && Character.isLetter(name.codePointAt(0))
        && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  public Dim plus(Dim other) {
    Map<String, Integer> sum = new TreeMap<>(coefficients);
    other.coefficients.forEach((name, k) -> sum.merge(name, k, this::exactSum));
    sum.values().removeIf(k -> k == 0);
    return new Dim(ImmutableSortedMap.copyOf(sum), exactSum(constant, other.constant));
  }

  public Dim plus(int other) {
    return plus(of(other));
  }

  public Dim minus(Dim other) {
    return plus(other.times(-1));
  }

  public Dim minus(int other) {
    return minus(of(other));
  }

  public Dim times(int factor) {
    Map<String, Integer> product = new TreeMap<>();
    if (factor != 0) {
      coefficients.forEach((name, k) -> product.put(name, exactProduct(k, factor)));
    }
    return new Dim(ImmutableSortedMap.copyOf(product), exactProduct(constant, factor));
  }

  /** Whether this is a number, free of names. */
  public boolean isConstant() {
    return coefficients.isEmpty();
  }

  /** The integer that stands alone: 1 in {@code n + 1}, and all of a constant. */
  public int constant() {
    return constant;
  }

  /** The factor of a name, 0 if the name does not occur. */
  public int coefficient(String name) {
    Integer k = coefficients.get(name);
    return k == null ? 0 : k;
  }

  /** The names that occur, in alphabetical order. */
  public Set<String> names() {
    return coefficients.keySet();
  }

  private int exactSum(int a, int b) {
    return exact((long) a + b);
  }

  private int exactProduct(int a, int b) {
    return exact((long) a * b);
  }

  private int exact(long value) {
    if (value != (int) value) {
      throw new ShapeException(
          "A size computed from " + this + " leaves the range of an int: " + value);
    }
    return (int) value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dim that
        && constant == that.constant
        && coefficients.equals(that.coefficients);
  }

  @Override
  public int hashCode() {
    return 31 * coefficients.hashCode() + constant;
  }

  /** As it is written in a derivation: {@code 2*n + 1}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    coefficients.forEach(
        (name, k) ->
            appendTerm(text, k, Math.abs(k) == 1 ? name : Math.abs((long) k) + "*" + name));
    if (constant != 0 || coefficients.isEmpty()) {
      appendTerm(text, constant, String.valueOf(Math.abs((long) constant)));
    }
    return text.toString();
  }

  private static void appendTerm(StringBuilder text, int sign, String magnitude) {
    if (text.length() == 0) {
      text.append(sign < 0 ? "-" : "");
    } else {
      text.append(sign < 0 ? " - " : " + ");
    }
    text.append(magnitude);
  }
}
