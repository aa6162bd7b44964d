package org.backproof.nn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;
import org.backproof.core.tensor.Tensor;

/** Published reference values; the file names the source of each. */
public final class Golden {
  private static final JsonNode ALL = read();

  private Golden() {}

  private static JsonNode read() {
    try (InputStream json = Golden.class.getResourceAsStream("golden-values.json")) {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values at a path such as {@code /mazur/computed}. */
  private static JsonNode at(String path) {
    JsonNode node = ALL.at(path);
    if (node.isMissingNode()) {
      throw new AssertionError("There are no reference values at " + path);
    }
    return node;
  }

  public static double number(String path) {
    return at(path).asDouble();
  }

  public static double[] numbers(String path) {
    return numbers(at(path));
  }

  public static Tensor matrix(String path) {
    return Tensor.matrix(
        StreamSupport.stream(at(path).spliterator(), false)
            .map(Golden::numbers)
            .toArray(double[][]::new));
  }

  private static double[] numbers(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
