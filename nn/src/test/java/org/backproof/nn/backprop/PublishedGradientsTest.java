package org.backproof.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.backproof.autodiff.diff.Differentiation;
import org.backproof.autodiff.eval.Bindings;
import org.backproof.autodiff.eval.Evaluator;
import org.backproof.core.tensor.Tensor;
import org.backproof.nn.Golden;
import org.backproof.nn.graph.CostGraph;
import org.backproof.nn.network.Cost;
import org.backproof.nn.network.Examples;
import org.backproof.nn.network.Network;
import org.backproof.nn.network.Parameters;
import org.backproof.nn.network.Unrolling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Costs and gradients that others have published, from both forms and from the graph. */
class PublishedGradientsTest {
  /** Values with 16 digits and more, of size 1 and below. */
  private static final Offset<Double> ROUND_OFF = within(1e-15);

  /** A way to the cost and the gradient. */
  private interface Method {
    double cost(Network network, Parameters parameters, Examples examples);

    Parameters gradient(Network network, Parameters parameters, Examples examples);
  }

  private record ByHand(String name, DeltaRule rule) implements Method {
    @Override
    public double cost(Network network, Parameters parameters, Examples examples) {
      return rule.forward(network, parameters, examples).cost();
    }

    @Override
    public Parameters gradient(Network network, Parameters parameters, Examples examples) {
      return rule.backpropagate(network, parameters, examples).gradient();
    }
  }

  private record ByGraph() implements Method {
    @Override
    public double cost(Network network, Parameters parameters, Examples examples) {
      CostGraph graph = CostGraph.of(network);
      Bindings<Tensor> bindings = graph.bind(parameters, examples);
      return Evaluator.doubles().value(graph.cost(), bindings).toScalar();
    }

    @Override
    public Parameters gradient(Network network, Parameters parameters, Examples examples) {
      CostGraph graph = CostGraph.of(network);
      return Parameters.of(
          Evaluator.doubles()
              .values(
                  Differentiation.standard().gradients(graph.cost(), graph.parameters()),
                  graph.bind(parameters, examples)));
    }
  }

  static Stream<Method> methods() {
    return Stream.of(
        new ByHand("on matrices", DeltaRule.onMatrices()),
        new ByHand("example by example", DeltaRule.byExample()),
        new ByGraph());
  }

  /** The network of the course's checkNNGradients: entries sin(1), sin(2), ... over 10. */
  private static Tensor sines(int rows, int columns) {
    double[] entries =
        IntStream.rangeClosed(1, rows * columns).mapToDouble(i -> Math.sin(i) / 10).toArray();
    return Tensor.of(entries, columns, rows).transpose();
  }

  private static Tensor oneHot(int classes, int... labelsFromOne) {
    return Tensor.generate(
        index -> labelsFromOne[index[0]] == index[1] + 1 ? 1 : 0, labelsFromOne.length, classes);
  }

  static Stream<Arguments> methodsAndLambdas() {
    return methods().flatMap(method -> Stream.of(0, 1, 3).map(l -> Arguments.of(method, l)));
  }

  @ParameterizedTest
  @MethodSource("methodsAndLambdas")
  void coursesGradientCheck(Method method, int lambda) {
    Network network = Network.withLayers(3, 5, 3).lambda(lambda).build();
    Parameters parameters = Parameters.of(sines(5, 4), sines(3, 6));
    Examples examples = Examples.of(sines(5, 3), oneHot(3, 2, 3, 1, 2, 3));
    String path = "/checkNNGradients/lambda" + lambda;

    assertThat(method.cost(network, parameters, examples))
        .isCloseTo(Golden.number(path + "/J"), ROUND_OFF);
    assertThat(method.gradient(network, parameters, examples).toVector(Unrolling.COLUMN_MAJOR))
        .containsExactly(Golden.numbers(path + "/grad"), ROUND_OFF);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void coursesPrintedDigits(int lambda) {
    Network network = Network.withLayers(3, 5, 3).lambda(lambda).build();
    Parameters parameters = Parameters.of(sines(5, 4), sines(3, 6));
    Examples examples = Examples.of(sines(5, 3), oneHot(3, 2, 3, 1, 2, 3));
    double[] printed = Golden.numbers("/checkNNGradients/lambda" + lambda + "/published_grad");
    double[] gradient =
        DeltaRule.onMatrices()
            .backpropagate(network, parameters, examples)
            .gradient()
            .toVector(Unrolling.COLUMN_MAJOR);

    // Printed with 7 decimals for lambda 1, with 5 digits for lambda 3.
    for (int i = 0; i < printed.length; i++) {
      double half = lambda == 1 ? 0.5e-7 : 0.5e-4 * Math.pow(10, digitsBefore(printed[i]));
      assertThat(gradient[i]).isCloseTo(printed[i], within(half * (1 + 1e-6)));
    }
  }

  private static double digitsBefore(double x) {
    return Math.floor(Math.log10(Math.abs(x))) + 1;
  }

  static Stream<Arguments> methodsAndCourseLambdas() {
    return methods().flatMap(method -> Stream.of(0, 3, 4).map(l -> Arguments.of(method, l)));
  }

  @ParameterizedTest
  @MethodSource("methodsAndCourseLambdas")
  void coursesTestCase(Method method, int lambda) {
    Network network = Network.withLayers(2, 2, 4).lambda(lambda).build();
    double[] weights = IntStream.rangeClosed(1, 18).mapToDouble(i -> i / 10.0).toArray();
    Parameters parameters = Parameters.fromVector(network, weights, Unrolling.COLUMN_MAJOR);
    Examples examples =
        Examples.of(
            Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2).map(Math::cos), oneHot(4, 4, 2, 3));
    String path = "/networkOf2_2_4/computed/lambda" + lambda;

    assertThat(method.cost(network, parameters, examples))
        .isCloseTo(Golden.number(path + "/J"), within(4 * Math.ulp(20.0)));
    assertThat(method.gradient(network, parameters, examples).toVector(Unrolling.COLUMN_MAJOR))
        .containsExactly(Golden.numbers(path + "/grad"), within(4 * Math.ulp(2.0)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void logisticRegressionIsANetworkWithoutHiddenLayers(Method method) {
    Network network = Network.withLayers(3, 1).lambda(3).build();
    Parameters theta = Parameters.of(Tensor.matrix(new double[][] {{-2, -1, 1, 2}}));
    double[] tenths = IntStream.rangeClosed(1, 15).mapToDouble(i -> i / 10.0).toArray();
    Examples examples =
        Examples.of(
            Tensor.of(tenths, 3, 5).transpose(), Tensor.of(new double[] {1, 0, 1, 0, 1}, 5, 1));

    assertThat(method.cost(network, theta, examples))
        .isCloseTo(Golden.number("/logisticRegression/computed/J"), ROUND_OFF);
    assertThat(method.gradient(network, theta, examples).toVector(Unrolling.ROW_MAJOR))
        .containsExactly(Golden.numbers("/logisticRegression/computed/grad"), ROUND_OFF);
  }

  private static final Network MAZUR = Network.withLayers(2, 2, 2).cost(Cost.SQUARED_ERROR).build();

  private static final Parameters MAZUR_WEIGHTS =
      Parameters.of(
          Tensor.matrix(new double[][] {{.35, .15, .20}, {.35, .25, .30}}),
          Tensor.matrix(new double[][] {{.60, .40, .45}, {.60, .50, .55}}));

  private static final Examples MAZUR_EXAMPLE =
      Examples.of(
          Tensor.of(new double[] {.05, .10}, 1, 2), Tensor.of(new double[] {.01, .99}, 1, 2));

  /** A step of rate 1/2 that leaves the bias alone, as Mazur's does. */
  private static Parameters mazurStep(Parameters weights, Parameters gradient) {
    return Parameters.of(
        IntStream.of(1, 2)
            .mapToObj(
                layer -> {
                  Tensor theta = weights.matrix(layer);
                  Tensor step = gradient.matrix(layer).times(0.5);
                  return Tensor.hstack(theta.columns(0, 1), theta.minus(step).columns(1, 3));
                })
            .toList());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void mazursWorkedExample(Method method) {
    assertThat(method.cost(MAZUR, MAZUR_WEIGHTS, MAZUR_EXAMPLE))
        .isCloseTo(Golden.number("/mazur/computed/E"), ROUND_OFF);
    Parameters gradient = method.gradient(MAZUR, MAZUR_WEIGHTS, MAZUR_EXAMPLE);
    assertThat(gradient.matrix(1).columns(1, 3).toArray())
        .containsExactly(Golden.matrix("/mazur/computed/dW1").toArray(), ROUND_OFF);
    assertThat(gradient.matrix(2).columns(1, 3).toArray())
        .containsExactly(Golden.matrix("/mazur/computed/dW2").toArray(), ROUND_OFF);

    Parameters stepped = mazurStep(MAZUR_WEIGHTS, gradient);
    assertThat(stepped.matrix(1).columns(1, 3).toArray())
        .containsExactly(Golden.matrix("/mazur/computed/W1_plus").toArray(), ROUND_OFF);
    assertThat(method.cost(MAZUR, stepped, MAZUR_EXAMPLE))
        .isCloseTo(Golden.number("/mazur/computed/E_after_1"), ROUND_OFF);
  }

  /** The error that he prints after the step is that of a hidden delta through new weights. */
  @Test
  void mazursPublishedErrorAfterOneStepComesFromUpdatedWeights() {
    double published = Golden.number("/mazur/published/E_after_1");

    assertThat(mazurErrorAfterAStep(DeltaRule.withFault(Fault.UPDATED_WEIGHTS)))
        .isCloseTo(published, within(0.5e-9))
        .isCloseTo(0.29102792390544197, ROUND_OFF);
    assertThat(mazurErrorAfterAStep(DeltaRule.onMatrices()))
        .isNotCloseTo(published, within(1e-7))
        .isCloseTo(0.29102777369359933, ROUND_OFF);
  }

  private static double mazurErrorAfterAStep(DeltaRule rule) {
    Parameters gradient = rule.backpropagate(MAZUR, MAZUR_WEIGHTS, MAZUR_EXAMPLE).gradient();
    Parameters stepped = mazurStep(MAZUR_WEIGHTS, gradient);
    return DeltaRule.onMatrices().forward(MAZUR, stepped, MAZUR_EXAMPLE).cost();
  }

  @Test
  void mazursErrorAfterTenThousandSteps() {
    DeltaRule rule = DeltaRule.onMatrices();
    Parameters weights = MAZUR_WEIGHTS;
    for (int step = 0; step < 10_000; step++) {
      weights = mazurStep(weights, rule.backpropagate(MAZUR, weights, MAZUR_EXAMPLE).gradient());
    }
    ForwardPass pass = rule.forward(MAZUR, weights, MAZUR_EXAMPLE);

    assertThat(pass.cost())
        .isCloseTo(Golden.number("/mazur/computed/E_after_10000"), within(1e-15));
    assertThat(pass.outputs().toArray())
        .containsExactly(Golden.numbers("/mazur/computed/out_after_10000"), within(1e-11));
  }

  /** One unit that starts on the wrong side learns slowly under the squared error. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void nielsensSaturatedNeuron(int index) {
    String path = "/nielsenSaturation/cases/" + index;
    Network neuron = Network.withLayers(1, 1).cost(Cost.SQUARED_ERROR).build();
    Examples example = Examples.of(Tensor.ones(1, 1), Tensor.zeros(1, 1));
    DeltaRule rule = DeltaRule.byExample();
    double[] bw = {Golden.number(path + "/b"), Golden.number(path + "/w")};
    double[] outputs = new double[301];
    for (int step = 0; step <= 300; step++) {
      Parameters weights = Parameters.fromVector(neuron, bw, Unrolling.ROW_MAJOR);
      Backpropagation run = rule.backpropagate(neuron, weights, example);
      outputs[step] = run.forward().outputs().toScalar();
      double[] gradient = run.gradient().toVector(Unrolling.ROW_MAJOR);
      Arrays.setAll(bw, i -> bw[i] - 0.15 * gradient[i]);
    }

    double[] computed = Golden.numbers(path + "/computed");
    assertThat(new double[] {outputs[0], outputs[300]}).containsExactly(computed, within(1e-14));
    assertThat(outputs[0]).isCloseTo(Golden.number(path + "/start"), within(0.005));
    assertThat(outputs[300]).isCloseTo(Golden.number(path + "/end"), within(0.005));
  }
}
