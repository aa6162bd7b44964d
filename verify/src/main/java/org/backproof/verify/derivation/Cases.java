package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Functions;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.verify.notation.Node;
import org.backproof.verify.notation.Node.Relation;

/**
 * Conditionals. One that compares an index with a size or a number cuts the index's range into
 * blocks, whose values are stacked: {@code (a[j - 1] if j > 0 else 0)} never looks at {@code
 * a[-1]}. All others select entry by entry.
 */
final class Cases {
  /** A part of an index's range, and what holds there. */
  private record Block(Dim low, Dim high, Node node) {}

  private final Lowering lowering;
  private final Node.Conditional node;
  private final Scope scope;

  Cases(Lowering lowering, Node.Conditional node, Scope scope) {
    this.lowering = lowering;
    this.node = node;
    this.scope = scope;
  }

  Value value() {
    Optional<Value> split = split();
    return split.isPresent() ? split.get() : select();
  }

  private Value select() {
    Value condition = lowering.value(node.condition(), scope);
    Value then = lowering.value(node.then(), scope);
    Value otherwise = lowering.value(node.otherwise(), scope);
    lowering.requireBroadcast(
        "if", node.condition().span(), node.condition(), condition, node.then(), then);
    lowering.requireBroadcast(
        "if", node.condition().span(), node.condition(), condition, node.otherwise(), otherwise);
    lowering.requireBroadcast(
        "if else", node.condition().span(), node.then(), then, node.otherwise(), otherwise);
    return Alignment.map(
        parts -> Functions.select(parts.get(0), parts.get(1), parts.get(2)),
        ImmutableList.of(condition, then, otherwise));
  }

  private Optional<Value> split() {
    if (!(node.condition() instanceof Node.Comparison)) {
      return Optional.empty();
    }
    Node.Comparison comparison = (Node.Comparison) node.condition();
    if (comparison.relations().size() != 1) {
      return Optional.empty();
    }
    Optional<Affine> left = Affine.of(comparison.operands().get(0), scope);
    Optional<Affine> right = Affine.of(comparison.operands().get(1), scope);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Relation relation = comparison.relations().get(0);
    Affine difference = left.get().minus(right.get());
    if (difference.shiftedIndex().isPresent()) {
      return split(difference, relation);
    }
    Affine opposite = right.get().minus(left.get());
    return opposite.shiftedIndex().isPresent()
        ? split(opposite, mirrored(relation))
        : Optional.empty();
  }

  private static Relation mirrored(Relation relation) {
    return switch (relation) {
      case LESS -> Relation.GREATER;
      case LESS_OR_EQUAL -> Relation.GREATER_OR_EQUAL;
      case GREATER -> Relation.LESS;
      case GREATER_OR_EQUAL -> Relation.LESS_OR_EQUAL;
      default -> relation;
    };
  }

  /** By a relation of an index with something added to 0. */
  private Optional<Value> split(Affine difference, Relation relation) {
    Index index = difference.shiftedIndex().orElseThrow();
    Optional<Dim> at = clamp(index, difference.constant().times(-1));
    Optional<Dim> after = clamp(index, difference.constant().times(-1).plus(1));
    if (at.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(index.low(), at.get(), branch(isBelow(relation))));
    blocks.add(new Block(at.get(), after.get(), branch(isAt(relation))));
    blocks.add(new Block(after.get(), index.high(), branch(isAbove(relation))));
    return Optional.of(stack(index, merged(blocks)));
  }

  /** A place in the range of an index, or its nearest end; empty if that depends on sizes. */
  private Optional<Dim> clamp(Index index, Dim place) {
    SizeBounds bounds = scope.bounds();
    if (bounds.isAtLeast(index.low().minus(place), 0)) {
      return Optional.of(index.low());
    }
    if (bounds.isAtLeast(place.minus(index.high()), 0)) {
      return Optional.of(index.high());
    }
    boolean isInside =
        bounds.isAtLeast(place.minus(index.low()), 0)
            && bounds.isAtLeast(index.high().minus(place), 0);
    return isInside ? Optional.of(place) : Optional.empty();
  }

  private Node branch(boolean holds) {
    return holds ? node.then() : node.otherwise();
  }

  private static boolean isBelow(Relation relation) {
    return relation == Relation.LESS
        || relation == Relation.LESS_OR_EQUAL
        || relation == Relation.NOT_EQUAL;
  }

  private static boolean isAt(Relation relation) {
    return relation == Relation.LESS_OR_EQUAL
        || relation == Relation.GREATER_OR_EQUAL
        || relation == Relation.EQUAL;
  }

  private static boolean isAbove(Relation relation) {
    return relation == Relation.GREATER
        || relation == Relation.GREATER_OR_EQUAL
        || relation == Relation.NOT_EQUAL;
  }

  /** Neighbours with the same branch become one block; empty ones go. */
  private static List<Block> merged(List<Block> blocks) {
    List<Block> merged = new ArrayList<>();
    for (Block block : blocks) {
      Block last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && last.node() == block.node()) {
        merged.set(merged.size() - 1, new Block(last.low(), block.high(), block.node()));
      } else if (!block.low().equals(block.high())) {
        merged.add(block);
      }
    }
    return merged;
  }

  private Value stack(Index index, List<Block> blocks) {
    List<Index> parts = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (Block block : blocks) {
      Index part = new Index(index.name(), block.low(), block.high());
      parts.add(part);
      values.add(lowering.value(block.node(), scope.with(part)));
    }
    Shape own = ownShape(blocks, values);
    List<Index> rest = new ArrayList<>(Alignment.indices(values));
    rest.removeAll(parts);
    ImmutableList<Index> order = inScopeOrder(rest, index);
    List<Expr> spread = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      spread.add(Alignment.spread(values.get(i), inScopeOrder(rest, parts.get(i)), own));
    }
    return new Value(Structure.stack(order.indexOf(index), spread), order);
  }

  /** Some indices and one more, the outer ones first. */
  private ImmutableList<Index> inScopeOrder(List<Index> indices, Index more) {
    List<String> names = scope.indices().keySet().asList();
    return Stream.concat(indices.stream(), Stream.of(more))
        .sorted(Comparator.comparingInt(index -> names.indexOf(index.name())))
        .collect(ImmutableList.toImmutableList());
  }

  private Shape ownShape(List<Block> blocks, List<Value> values) {
    Shape own = values.get(0).shape();
    for (int i = 1; i < values.size(); i++) {
      lowering.requireBroadcast(
          "if else",
          node.condition().span(),
          blocks.get(0).node(),
          values.get(0),
          blocks.get(i).node(),
          values.get(i));
      own = own.broadcast(values.get(i).shape());
    }
    return own;
  }
}
