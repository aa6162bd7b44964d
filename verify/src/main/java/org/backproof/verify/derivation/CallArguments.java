package org.backproof.verify.derivation;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.backproof.core.shape.Dim;
import org.backproof.core.shape.Shape;
import org.backproof.verify.notation.Node;
import org.backproof.verify.notation.Spelling;

/** What a function is called with. */
final class CallArguments {
  private final Lowering lowering;
  private final Node.Call call;
  private final Scope scope;
  private final Map<Integer, Value> values = new HashMap<>();

  CallArguments(Lowering lowering, Node.Call call, Scope scope) {
    this.lowering = lowering;
    this.call = call;
    this.scope = scope;
  }

  /** How many there are. */
  int count() {
    return call.arguments().size();
  }

  /** The argument as it is written. */
  Node node(int index) {
    return call.arguments().get(index);
  }

  Value value(int index) {
    return values.computeIfAbsent(index, i -> lowering.value(node(i), scope));
  }

  ImmutableList<Value> values() {
    return IntStream.range(0, count())
        .mapToObj(this::value)
        .collect(ImmutableList.toImmutableList());
  }

  /** All arguments as sizes. */
  Shape sizes() {
    return Shape.of(
        call.arguments().stream().map(node -> lowering.size(node, scope, 0)).toArray(Dim[]::new));
  }

  Lowering lowering() {
    return lowering;
  }

  Scope scope() {
    return scope;
  }

  /** Refuses a call with another number of arguments, or with options that are not there. */
  void require(int least, int most, String... options) {
    if (count() < least || count() > most) {
      String wanted =
          most == Integer.MAX_VALUE
              ? "at least " + least
              : least == most ? String.valueOf(least) : least + " to " + most;
      throw Fault.of(
          call.nameSpan(),
          call.function()
              + " takes "
              + wanted
              + (wanted.endsWith("1") ? " argument" : " arguments")
              + ", not "
              + count());
    }
    for (Node.Option option : call.options()) {
      if (!Arrays.asList(options).contains(option.name())) {
        throw Fault.of(
            option.span(),
            call.function()
                + " has no option '"
                + option.name()
                + "'"
                + Spelling.hint(option.name(), Arrays.asList(options)));
      }
    }
  }

  /** The axis that the option names, from 0, of a value's own. */
  Optional<Integer> axis(Value value) {
    Optional<Node.Option> option = option("axis");
    if (option.isEmpty()) {
      return Optional.empty();
    }
    Node written = option.get().value();
    int axis = lowering.integer(written, "An axis");
    int index = axis < 0 ? axis + value.rank() : axis;
    if (index < 0 || index >= value.rank()) {
      throw Fault.ofShapes(
          written.span(),
          "There is no axis "
              + axis
              + " in "
              + lowering.describe(node(0), value)
              + "; axes count from 0");
    }
    return Optional.of(index);
  }

  /** Whether the axes that are reduced stay, with size 1. */
  boolean keepsAxes() {
    Optional<Node.Option> option = option("keepdims");
    if (option.isEmpty()) {
      return false;
    }
    Node value = option.get().value();
    String word = value instanceof Node.Name name ? name.name() : "";
    if (!word.equals("True") && !word.equals("False")) {
      throw Fault.of(value.span(), "keepdims is True or False");
    }
    return word.equals("True");
  }

  private Optional<Node.Option> option(String name) {
    return call.options().stream().filter(option -> option.name().equals(name)).findFirst();
  }

  /** Refuses two arguments whose shapes do not go together. */
  void requireBroadcast(Value x, Value y) {
    lowering.requireBroadcast(call.function(), call.nameSpan(), node(0), x, node(1), y);
  }

  /** A fault in the shape of an argument. */
  Fault shapeFault(int index, Value value, String rule) {
    return Fault.ofShapes(
        node(index).span(),
        call.function() + " " + rule + ", not " + lowering.describe(node(index), value));
  }
}
