package org.backproof.autodiff.print;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.backproof.autodiff.expr.Contraction;
import org.backproof.autodiff.expr.Expr;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.core.tensor.ContractionPattern;

/** The names that people have for contractions, told by their patterns. */
final class Contractions {
  private final Style style;

  Contractions(Style style) {
    this.style = style;
  }

  Text text(Expr node, List<Text> operands) {
    ContractionPattern pattern = ((Contraction) node.primitive()).pattern();
    return operands.size() == 1
        ? unary(node, pattern, operands.get(0))
        : binary(pattern, operands.get(0), operands.get(1));
  }

  private Text unary(Expr node, ContractionPattern pattern, Text a) {
    String text = pattern.toString();
    if (text.equals("ij->ji")) {
      return style.transpose(a);
    }
    if (text.equals("ii->")) {
      return style.call("trace", List.of(a), List.of());
    }
    if (text.equals("ii->i") || text.equals("i->ii")) {
      return style.call("diag", List.of(a), List.of());
    }
    if (node.operand(0).isScalar()) {
      return spread(node, pattern, a);
    }
    List<String> summed = summedAxes(pattern);
    return summed.isEmpty() ? rearranged(node, pattern, a) : sum(node, pattern, a, summed);
  }

  /** A number over a shape: ones, zeros, an identity matrix, or the number times one of these. */
  private Text spread(Expr node, ContractionPattern pattern, Text number) {
    Shape shape = node.shape();
    if (pattern.toString().equals("->ii")) {
      Text eye = style.call("eye", List.of(style.size(shape.dim(0))), List.of());
      return node.operand(0).isFilledWith(Rational.ONE) ? eye : style.binary("*", number, eye);
    }
    List<Text> sizes = shape.dims().stream().map(style::size).toList();
    if (node.isZero()) {
      return style.call("zeros", sizes, List.of());
    }
    Text ones = style.call("ones", sizes, List.of());
    return node.operand(0).isFilledWith(Rational.ONE) ? ones : style.binary("*", number, ones);
  }

  private static List<String> summedAxes(ContractionPattern pattern) {
    ImmutableIntArray labels = pattern.operands().get(0);
    return IntStream.range(0, labels.length())
        .filter(axis -> pattern.isSummed(labels.get(axis)))
        .mapToObj(axis -> "axis=" + axis)
        .toList();
  }

  /**
   * A sum over axes if the others stay in order; if each summed one gives way to an axis of size 1,
   * with {@code keepdims}.
   */
  private Text sum(Expr node, ContractionPattern pattern, Text a, List<String> summed) {
    ImmutableIntArray labels = pattern.operands().get(0);
    ImmutableIntArray kept =
        ImmutableIntArray.copyOf(labels.stream().filter(label -> !pattern.isSummed(label)));
    if (labels.stream().distinct().count() < labels.length()) {
      return einsum(pattern, List.of(a));
    }
    List<String> axes = summed.size() == labels.length() ? List.of() : summed;
    if (kept.equals(pattern.result())) {
      return style.call("sum", List.of(a), axes);
    }
    if (keepsAxes(node, pattern, labels)) {
      List<String> options = new ArrayList<>(axes);
      options.add("keepdims=True");
      return style.call("sum", List.of(a), options);
    }
    return einsum(pattern, List.of(a));
  }

  private static boolean keepsAxes(
      Expr node, ContractionPattern pattern, ImmutableIntArray labels) {
    ImmutableIntArray result = pattern.result();
    return result.length() == labels.length()
        && IntStream.range(0, labels.length())
            .allMatch(
                axis ->
                    result.get(axis) == labels.get(axis)
                        || (pattern.isSummed(labels.get(axis))
                            && pattern.freeLabels().contains(result.get(axis))
                            && node.shape().dim(axis).equals(Dim.ONE)));
  }

  /** New axes of size 1, as NumPy's {@code None}; anything else in full. */
  private Text rearranged(Expr node, ContractionPattern pattern, Text a) {
    ImmutableIntArray result = pattern.result();
    ImmutableIntArray old =
        ImmutableIntArray.copyOf(
            result.stream().filter(label -> !pattern.freeLabels().contains(label)));
    boolean inserted =
        old.equals(pattern.operands().get(0))
            && IntStream.range(0, result.length())
                .allMatch(
                    axis ->
                        old.contains(result.get(axis)) || node.shape().dim(axis).equals(Dim.ONE));
    return inserted
        ? style.entries(
            a, result.stream().mapToObj(label -> old.contains(label) ? ":" : "None").toList())
        : einsum(pattern, List.of(a));
  }

  private Text binary(ContractionPattern pattern, Text a, Text b) {
    return switch (pattern.toString()) {
      case "ij,jk->ik", "ij,j->i", "i,ij->j", "i,i->" -> style.binary("@", a, b);
      case "ij,kj->ik" -> style.binary("@", a, style.transpose(b));
      case "ij,ik->jk", "ij,i->j" -> style.binary("@", style.transpose(a), b);
      case "ij,ki->jk" -> style.binary("@", style.transpose(a), style.transpose(b));
      case "ij,jk->ki" -> style.binary("@", style.transpose(b), style.transpose(a));
      case "ij,kj->ki" -> style.binary("@", b, style.transpose(a));
      case "ij,ik->kj" -> style.binary("@", style.transpose(b), a);
      case "ij,ki->kj", "i,ji->j" -> style.binary("@", b, a);
      case "i,j->ij" -> style.call("outer", List.of(a, b), List.of());
      case "i,j->ji" -> style.call("outer", List.of(b, a), List.of());
      case "i,i->i", "ij,ij->ij", ",i->i", ",ij->ij", "i,->i", "ij,->ij", ",->" ->
          style.binary("*", a, b);
      case "ij,ij->" -> style.call("sum", List.of(style.binary("*", a, b)), List.of());
      default -> einsum(pattern, List.of(a, b));
    };
  }

  private Text einsum(ContractionPattern pattern, List<Text> operands) {
    List<Text> arguments = new ArrayList<>();
    arguments.add(style.name("\"" + pattern + "\""));
    arguments.addAll(operands);
    return style.call("einsum", arguments, List.of());
  }
}
