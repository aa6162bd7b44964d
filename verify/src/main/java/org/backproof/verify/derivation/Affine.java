package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.ShapeException;
import org.backproof.verify.notation.Node;

/** A whole number made of indices and sizes: {@code j + 1}, {@code n - 1 - i}. Immutable. */
record Affine(ImmutableMap<Index, Integer> coefficients, Dim constant) {
  private static Affine of(Dim constant) {
    return new Affine(ImmutableMap.of(), constant);
  }

  /** The affine form of an expression, if it has one. */
  static Optional<Affine> of(Node node, Scope scope) {
    try {
      return read(node, scope);
    } catch (ShapeException e) {
      return Optional.empty(); // a number that leaves the range of an int
    }
  }

  private static Optional<Affine> read(Node node, Scope scope) {
    if (node instanceof Node.Numeral numeral) {
      return integer(numeral.value()).map(value -> of(Dim.of(value)));
    }
    if (node instanceof Node.Name name) {
      return name(name.name(), scope);
    }
    if (node instanceof Node.Negation negation) {
      return read(negation.operand(), scope).map(a -> a.times(-1));
    }
    return node instanceof Node.Binary binary ? binary(binary, scope) : Optional.empty();
  }

  private static Optional<Integer> integer(Rational value) {
    boolean fits = value.isInteger() && value.numerator().bitLength() < Integer.SIZE;
    return fits ? Optional.of(value.numerator().intValueExact()) : Optional.empty();
  }

  private static Optional<Affine> name(String name, Scope scope) {
    Optional<Affine> index =
        scope.index(name).map(i -> new Affine(ImmutableMap.of(i, 1), Dim.ZERO));
    return index.isPresent() || !scope.names().isSize(name)
        ? index
        : Optional.of(of(scope.names().size(name)));
  }

  private static Optional<Affine> binary(Node.Binary node, Scope scope) {
    switch (node.operator()) {
      case ADD, SUBTRACT, MULTIPLY -> {}
      default -> {
        return Optional.empty();
      }
    }
    Optional<Affine> left = read(node.left(), scope);
    Optional<Affine> right = left.isPresent() ? read(node.right(), scope) : Optional.empty();
    if (right.isEmpty()) {
      return Optional.empty();
    }
    return switch (node.operator()) {
      case ADD -> Optional.of(left.get().plus(right.get()));
      case SUBTRACT -> Optional.of(left.get().plus(right.get().times(-1)));
      default -> product(left.get(), right.get());
    };
  }

  private static Optional<Affine> product(Affine a, Affine b) {
    if (a.isNumber()) {
      return Optional.of(b.times(a.constant().constant()));
    }
    return b.isNumber() ? Optional.of(a.times(b.constant().constant())) : Optional.empty();
  }

  private Affine plus(Affine other) {
    Map<Index, Integer> sum = new LinkedHashMap<>(coefficients);
    other.coefficients.forEach((index, k) -> sum.merge(index, k, Affine::exactSum));
    sum.values().removeIf(k -> k == 0);
    return new Affine(ImmutableMap.copyOf(sum), constant.plus(other.constant));
  }

  /** The difference of this and another. */
  Affine minus(Affine other) {
    return plus(other.times(-1));
  }

  private Affine times(int factor) {
    ImmutableMap.Builder<Index, Integer> product = ImmutableMap.builder();
    if (factor != 0) {
      coefficients.forEach((index, k) -> product.put(index, exact((long) k * factor)));
    }
    return new Affine(product.buildOrThrow(), constant.times(factor));
  }

  private static int exactSum(int a, int b) {
    return exact((long) a + b);
  }

  private static int exact(long value) {
    if (value != (int) value) {
      throw new ShapeException("The factor " + value + " leaves the range of an int");
    }
    return (int) value;
  }

  private boolean isNumber() {
    return isFreeOfIndices() && constant.isConstant();
  }

  boolean isFreeOfIndices() {
    return coefficients.isEmpty();
  }

  /** The index, if this is one with something added that is free of indices. */
  Optional<Index> shiftedIndex() {
    return coefficients.size() == 1 && coefficients.values().iterator().next() == 1
        ? Optional.of(coefficients.keySet().iterator().next())
        : Optional.empty();
  }

  /** The smallest value over the ranges of the indices. */
  Dim least() {
    Dim least = constant;
    for (Map.Entry<Index, Integer> term : coefficients.entrySet()) {
      Index index = term.getKey();
      int k = term.getValue();
      least = least.plus((k > 0 ? index.low() : index.high().minus(1)).times(k));
    }
    return least;
  }

  /** The largest value over the ranges of the indices. */
  Dim greatest() {
    return times(-1).least().times(-1);
  }
}
