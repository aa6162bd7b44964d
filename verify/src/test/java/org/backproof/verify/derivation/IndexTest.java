package org.backproof.verify.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.backproof.core.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions entry by entry against loops over their entries. */
class IndexTest {
  private static final int M = 4;
  private static final int N = 3;
  private static final String GIVENS =
      """
      dims m >= 2, n >= 2
      given A : m x n
      given B : m x n
      given W : n x n
      given u : m
      given v : n
      given t : n + 2
      given c : scalar
      """;

  /** The entries of a definition as a person would compute them. */
  private interface Loop extends Function<Numbers, ToDoubleFunction<int[]>> {}

  private static Arguments entries(String definition, int[] shape, Loop loop) {
    return Arguments.of(definition, shape, loop);
  }

  private static int[] shape(int... sizes) {
    return sizes;
  }

  private static double sum(int count, java.util.function.IntToDoubleFunction term) {
    return IntStream.range(0, count).mapToDouble(term).sum();
  }

  static Stream<Arguments> places() {
    return Stream.of(
        entries("D[i < m, j < n] = A[i, j]", shape(M, N), x -> at -> x.of("A").get(at)),
        entries("D[j < n, i < m] = A[i, j]", shape(N, M), x -> at -> x.of("A").get(at[1], at[0])),
        entries("D[i < n] = W[i, i]", shape(N), x -> at -> x.of("W").get(at[0], at[0])),
        entries(
            "D[i < m, j < n] = u[i] + v[j]",
            shape(M, N),
            x -> at -> x.of("u").get(at[0]) + x.of("v").get(at[1])),
        entries(
            "D[j < n, i < m] = u[i] - v[j] * A[i, j]",
            shape(N, M),
            x -> at -> x.of("u").get(at[1]) - x.of("v").get(at[0]) * x.of("A").get(at[1], at[0])),
        entries("D[i < m, j < n] = c", shape(M, N), x -> at -> x.of("c").toScalar()),
        entries("D[i < m, j < n] = v[j]", shape(M, N), x -> at -> x.of("v").get(at[1])),
        entries(
            "D[i < m, j < n - 1] = A[i, j + 1]",
            shape(M, N - 1),
            x -> at -> x.of("A").get(at[0], at[1] + 1)),
        entries("D[i < m] = A[i, -1]", shape(M), x -> at -> x.of("A").get(at[0], N - 1)),
        entries("D[j < n] = A[0][j]", shape(N), x -> at -> x.of("A").get(0, at[0])),
        entries("D[j < n] = A[:, j][1]", shape(N), x -> at -> x.of("A").get(1, at[0])),
        entries("D[i < n] = v[n - 1 - i]", shape(N), x -> at -> x.of("v").get(N - 1 - at[0])),
        entries("D[i < n, j < 3] = t[i + j]", shape(N, 3), x -> at -> x.of("t").get(at[0] + at[1])),
        entries(
            "D[i < n] = sum(k < 3: t[i + k] * u[2 * 1 - 1])",
            shape(N),
            x -> at -> sum(3, k -> x.of("t").get(at[0] + k) * x.of("u").get(1))),
        entries("D[i < m] = i", shape(M), x -> at -> at[0]),
        entries("D[i < m, j < n] = 2*i - j + n", shape(M, N), x -> at -> 2 * at[0] - at[1] + N),
        entries(
            "D[i < m, j < n] = c ** (i + 1) / m",
            shape(M, N),
            x -> at -> Math.pow(x.of("c").toScalar(), at[0] + 1) / M));
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        entries(
            "D[i < m, j < n] = A[i, j] if j > 0 else 0",
            shape(M, N),
            x -> at -> at[1] > 0 ? x.of("A").get(at) : 0),
        entries(
            "D[i < m, j < n] = A[i, j - 1] if j >= 1 else u[i]",
            shape(M, N),
            x -> at -> at[1] >= 1 ? x.of("A").get(at[0], at[1] - 1) : x.of("u").get(at[0])),
        entries(
            "D[i < m] = u[i] if i < 1 else u[i - 1]",
            shape(M),
            x -> at -> x.of("u").get(at[0] < 1 ? at[0] : at[0] - 1)),
        entries(
            "D[i < m] = u[i + 1] if i < m - 1 else u[0]",
            shape(M),
            x -> at -> x.of("u").get(at[0] < M - 1 ? at[0] + 1 : 0)),
        entries("D[i < m] = 1 if i <= 1 else i", shape(M), x -> at -> at[0] <= 1 ? 1 : at[0]),
        entries("D[i < m] = 7 if i == 1 else i", shape(M), x -> at -> at[0] == 1 ? 7 : at[0]),
        entries("D[i < m] = 7 if 1 != i else i", shape(M), x -> at -> at[0] != 1 ? 7 : at[0]),
        entries("D[i < m] = 7 if 0 < i else i", shape(M), x -> at -> at[0] > 0 ? 7 : at[0]),
        entries("D[i < m] = 7 if i < m else u[i + 1]", shape(M), x -> at -> 7),
        entries("D[i < m] = 7 if i < n else 8", shape(M), x -> at -> at[0] < N ? 7 : 8),
        entries(
            "D[i < m, j < n] = 1 if i == j else 0", shape(M, N), x -> at -> at[0] == at[1] ? 1 : 0),
        entries(
            "D[i < m, j < n] = (1 if i > 0 else 2) if j > 0 else (3 if i > 0 else 4)",
            shape(M, N),
            x -> at -> at[1] > 0 ? (at[0] > 0 ? 1 : 2) : (at[0] > 0 ? 3 : 4)),
        entries(
            "D[i < m, j < n] = A[i, j] if A[i, j] > B[i, j] else v[j]",
            shape(M, N),
            x ->
                at ->
                    x.of("A").get(at) > x.of("B").get(at)
                        ? x.of("A").get(at)
                        : x.of("v").get(at[1])),
        entries(
            "D[i < m] = 1 if 0 < i < m - 1 else 0",
            shape(M),
            x -> at -> 0 < at[0] && at[0] < M - 1 ? 1 : 0));
  }

  static Stream<Arguments> sums() {
    return Stream.of(
        entries(
            "D[i < n, j < n] = sum(k < m: A[k, i] * B[k, j])",
            shape(N, N),
            x -> at -> sum(M, k -> x.of("A").get(k, at[0]) * x.of("B").get(k, at[1]))),
        entries(
            "D[i < n] = sum(k < m: A[k, i] * B[k, i] * u[k] * c)",
            shape(N),
            x ->
                at ->
                    sum(
                        M,
                        k ->
                            x.of("A").get(k, at[0])
                                * x.of("B").get(k, at[0])
                                * x.of("u").get(k)
                                * x.of("c").toScalar())),
        entries(
            "D[i < n] = sum(k < m: -(A[k, i] - B[k, i]) / c + v[i])",
            shape(N),
            x ->
                at ->
                    sum(
                        M,
                        k ->
                            -(x.of("A").get(k, at[0]) - x.of("B").get(k, at[0]))
                                    / x.of("c").toScalar()
                                + x.of("v").get(at[0]))),
        entries(
            "D[i < n] = sum(k < m: 1 / A[k, i])",
            shape(N),
            x -> at -> sum(M, k -> 1 / x.of("A").get(k, at[0]))),
        entries(
            "D[i < n] = sum(k < m, l < n: A[k, l] * W[l, i] * c)",
            shape(N),
            x ->
                at ->
                    sum(
                        M,
                        k ->
                            sum(
                                N,
                                l ->
                                    x.of("A").get(k, l)
                                        * x.of("W").get(l, at[0])
                                        * x.of("c").toScalar()))),
        entries(
            "D[i < n] = sum(k < m: exp(sum(l < n: A[k, l] * W[l, i])))",
            shape(N),
            x ->
                at ->
                    sum(
                        M,
                        k -> Math.exp(sum(N, l -> x.of("A").get(k, l) * x.of("W").get(l, at[0]))))),
        entries(
            "D[i < m] = sum(k < m: u[k] if k != i else 0)",
            shape(M),
            x -> at -> sum(M, k -> k == at[0] ? 0 : x.of("u").get(k))),
        entries(
            "D[i < m] = prod(j < n: A[i, j])",
            shape(M),
            x -> at -> x.of("A").get(at[0], 0) * x.of("A").get(at[0], 1) * x.of("A").get(at[0], 2)),
        entries(
            "D[i < m] = prod(j < n: u[i])", shape(M), x -> at -> Math.pow(x.of("u").get(at[0]), N)),
        entries("D[i < n] = sum(k < 2: v[i] * k)", shape(N), x -> at -> x.of("v").get(at[0])));
  }

  static Stream<Arguments> wholeTensorsUnderAnIndex() {
    return Stream.of(
        entries(
            "D[i < m] = A[i] @ v",
            shape(M),
            x -> at -> sum(N, j -> x.of("A").get(at[0], j) * x.of("v").get(j))),
        entries(
            "D[i < m] = A[i, :] @ W @ B[i, :]",
            shape(M),
            x ->
                at ->
                    sum(
                        N,
                        j ->
                            sum(
                                N,
                                k ->
                                    x.of("A").get(at[0], j)
                                        * x.of("W").get(j, k)
                                        * x.of("B").get(at[0], k)))),
        entries(
            "D = sum(k < m: outer(A[k], B[k]))",
            shape(N, N),
            x -> at -> sum(M, k -> x.of("A").get(k, at[0]) * x.of("B").get(k, at[1]))),
        entries(
            "D = sum(k < m: u[k] * (A[k] + c * B[k]))",
            shape(N),
            x ->
                at ->
                    sum(
                        M,
                        k ->
                            x.of("u").get(k)
                                * (x.of("A").get(k, at[0])
                                    + x.of("c").toScalar() * x.of("B").get(k, at[0])))),
        entries(
            "D = sum(k < m: A[k] * W)",
            shape(N, N),
            x -> at -> sum(M, k -> x.of("A").get(k, at[1]) * x.of("W").get(at[0], at[1]))),
        entries(
            "D[i < m] = sum(hstack(u[i], A[i]) ** 2)",
            shape(M),
            x ->
                at ->
                    Math.pow(x.of("u").get(at[0]), 2)
                        + sum(N, j -> Math.pow(x.of("A").get(at[0], j), 2))),
        entries(
            "D[i < m] = max(A[i]) + norm(B[i]) + mean(A[i], axis=0)",
            shape(M),
            x ->
                at ->
                    IntStream.range(0, N)
                            .mapToDouble(j -> x.of("A").get(at[0], j))
                            .max()
                            .orElseThrow()
                        + Math.sqrt(sum(N, j -> Math.pow(x.of("B").get(at[0], j), 2)))
                        + sum(N, j -> x.of("A").get(at[0], j)) / N),
        entries(
            "D[i < m, j < n] = softmax(A[i])[j] * logsumexp(A[i], axis=0)",
            shape(M, N),
            x ->
                at -> {
                  double total = sum(N, k -> Math.exp(x.of("A").get(at[0], k)));
                  return Math.exp(x.of("A").get(at)) / total * Math.log(total);
                }),
        entries(
            "D[i < m] = trace(diag(A[i]) @ W) + sum(diag(outer(A[i], B[i])))",
            shape(M),
            x ->
                at ->
                    sum(
                        N,
                        j ->
                            x.of("A").get(at[0], j)
                                * (x.of("W").get(j, j) + x.of("B").get(at[0], j)))),
        entries(
            "D[i < m, j < n] = outer(A[i], v).T[j, 0]",
            shape(M, N),
            x -> at -> x.of("A").get(at[0], 0) * x.of("v").get(at[1])),
        entries(
            "D[i < m] = sum(A[i] if i > 0 else v)",
            shape(M),
            x -> at -> sum(N, j -> at[0] > 0 ? x.of("A").get(at[0], j) : x.of("v").get(j))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"places", "cases", "sums", "wholeTensorsUnderAnIndex"})
  void entriesAreWhatLoopsGive(String definition, int[] shape, Loop loop) {
    Derivation derivation = Derivation.parse(GIVENS + definition + "\n");
    Numbers numbers = Numbers.random(derivation, Map.of("m", M, "n", N), 7);

    Tensor actual = numbers.of("D");

    assertThat(actual.sizes()).isEqualTo(shape);
    Tensor expected = Tensor.generate(loop.apply(numbers), shape);
    for (int i = 0; i < actual.length(); i++) {
      assertThat(Math.abs(actual.entry(i) - expected.entry(i)))
          .as("%s at entry %s: %s, not %s", definition, i, actual.entry(i), expected.entry(i))
          .isLessThan(1e-13);
    }
  }
}
