package org.backproof.verify.notation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed is read back as the same expression. */
class PrintingProperties {
  @Provide
  Arbitrary<Node> nodes() {
    return NodeArbitraries.nodes(3);
  }

  @Property(tries = 500)
  void readingUndoesPrinting(@ForAll("nodes") Node node) {
    String text = NodePrinter.print(node);

    Node read = Notation.expression(Source.of(text));

    assertThat(withoutPlaces(read)).as(text).isEqualTo(withoutPlaces(node));
  }

  @Property(tries = 200)
  void bracketsThatAreNotNeededMakeNoDifference(@ForAll("nodes") Node node) {
    String text = NodePrinter.print(node);

    Node read = Notation.expression(Source.of("((" + text + "))  # and a comment"));

    assertThat(withoutPlaces(read)).isEqualTo(withoutPlaces(node));
  }

  /** The tree as records print themselves, which is in full. */
  private static String withoutPlaces(Node node) {
    return node.toString().replaceAll("Span\\[start=\\d+, end=\\d+]", "-");
  }
}
