package org.backproof.autodiff.print;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;

/** As derivations are written. */
final class TextStyle implements Style {
  @Override
  public Text name(String name) {
    return Text.atom(name);
  }

  @Override
  public Text number(Rational value) {
    int binding = value.signum() < 0 ? Text.SIGN : value.isInteger() ? Text.ATOM : Text.PRODUCT;
    return new Text(value.toString(), binding);
  }

  @Override
  public Text size(Dim dim) {
    String text = dim.toString();
    int binding = text.contains(" ") ? Text.SUM : text.contains("*") ? Text.PRODUCT : Text.ATOM;
    return new Text(text, text.startsWith("-") ? Text.SUM : binding);
  }

  @Override
  public Text binary(String operator, Text a, Text b) {
    boolean sum = operator.equals("+") || operator.equals("-");
    int binding = sum ? Text.SUM : Text.PRODUCT;
    String gap = operator.equals("/") ? "" : " ";
    // To the right of an operator of the same level brackets keep what was written apart.
    return new Text(at(a, binding) + gap + operator + gap + at(b, binding + 1), binding);
  }

  @Override
  public Text comparison(String operator, Text a, Text b) {
    return new Text(at(a, Text.SUM) + " " + operator + " " + at(b, Text.SUM), Text.COMPARISON);
  }

  @Override
  public Text negative(Text a) {
    return new Text("-" + at(a, Text.POWER), Text.SIGN);
  }

  @Override
  public Text power(Text base, Rational exponent) {
    return power(base, number(exponent));
  }

  @Override
  public Text power(Text base, Text exponent) {
    return new Text(at(base, Text.ATOM) + " ** " + at(exponent, Text.ATOM), Text.POWER);
  }

  @Override
  public Text transpose(Text a) {
    return Text.atom(at(a, Text.ATOM) + ".T");
  }

  @Override
  public Text call(String function, List<Text> arguments, List<String> options) {
    return Text.atom(
        ImmutableList.<String>builder()
            .addAll(arguments.stream().map(Text::text).toList())
            .addAll(options)
            .build()
            .stream()
            .collect(Collectors.joining(", ", function + "(", ")")));
  }

  @Override
  public Text entries(Text a, List<String> indices) {
    return Text.atom(at(a, Text.ATOM) + "[" + String.join(", ", indices) + "]");
  }

  @Override
  public Text conditional(Text condition, Text a, Text b) {
    return new Text(
        at(a, Text.COMPARISON) + " if " + at(condition, Text.COMPARISON) + " else " + b.text(),
        Text.CONDITIONAL);
  }

  @Override
  public String definition(String name, Text value) {
    return name + " = " + value.text();
  }

  @Override
  public String document(List<String> definitions, Text result) {
    return ImmutableList.<String>builder().addAll(definitions).add(result.text()).build().stream()
        .collect(Collectors.joining("\n"));
  }

  private static String at(Text text, int wanted) {
    return text.at(wanted, "(", ")");
  }
}
