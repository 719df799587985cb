package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.api.Activation;
import nn.api.Block;
import nn.api.ElementwiseActivation;
import nn.api.ElementwiseLoss;
import nn.api.ParametricActivation;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMse;
import nn.core.train.GradientCheck.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
  private static final Plugins PLUGINS = Plugins.discover();

  /** The derivative of the cosine, whose sign its author forgot. */
  record WrongCosine() implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return StrictMath.cos(x);
    }

    @Override
    public double derivative(double x) {
      return StrictMath.sin(x);
    }
  }

  /** Right, but so curved that plain differences are off. */
  record Ripple() implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return StrictMath.sin(12 * x) / 12;
    }

    @Override
    public double derivative(double x) {
      return StrictMath.cos(12 * x);
    }
  }

  /** Right but for the derivative by the learned number, half of what it should be. */
  record WrongScale() implements ParametricActivation {
    @Override
    public double initialParameter() {
      return 1;
    }

    @Override
    public double value(double x, double a) {
      return a * x;
    }

    @Override
    public double derivative(double x, double a) {
      return a;
    }

    @Override
    public double parameterDerivative(double x, double a) {
      return x / 2;
    }
  }

  /** Its derivative misses the factor 2. */
  record WrongLoss() implements ElementwiseLoss {
    @Override
    public double value(double prediction, double target) {
      return (prediction - target) * (prediction - target);
    }

    @Override
    public double derivative(double prediction, double target) {
      return prediction - target;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 tanh, 4 sigmoid, 2",
        "5 relu, 4 relu, 2",
        "5 prelu, batch-norm, 4 prelu(shared=true), 2",
        "6 glu, dropout(0.3), layer-norm, 2",
        "4 softmax, 2 softmax"
      })
  void rightDerivativesPass(String layers) {
    Network network = Network.builder(PLUGINS, 3).layers(layers).build(1);
    RandomData.fill(network, 3);
    Report report = GradientCheck.of(network, new SampleMse(), RandomData.numbers(7, 3, 2, 9));
    assertTrue(report.error() < 1e-3, report.summary());
    assertEquals(network.parameters().length, report.checked());
  }

  @Test
  void aFusedLossPassesOnItsSums() {
    Network network = Network.builder(PLUGINS, 3).layers("5 tanh, 3 softmax").build(4);
    Dataset data = RandomData.classes(7, 3, 3, 9);
    Report report = GradientCheck.of(network, new SampleCrossEntropy(), data);
    assertTrue(report.error() < 1e-3, report.summary());
  }

  @Test
  void curvatureIsNotTakenForAnError() {
    Report report = check(new Ripple());
    assertTrue(report.error() < 3e-4, report.summary());
  }

  @Test
  void aWrongSignIsCaughtBeforeTheLayerThatHasIt() {
    Report report = check(new WrongCosine());
    assertTrue(report.error() > 0.5, report.summary());
    assertTrue(report.block().name().startsWith("0."), report.summary());
    assertEquals(-report.numeric(), report.analytic(), 1e-3 * Math.abs(report.numeric()));
  }

  @Test
  void aWrongDerivativeByALearnedNumberIsCaughtThere() {
    Report report = check(new WrongScale());
    assertEquals("0.activation", report.block().name());
    assertEquals(0.5, report.error(), 1e-3);
  }

  @Test
  void aWrongLossIsCaughtEverywhere() {
    Network network = Network.builder(PLUGINS, 3).layers("1").build(1);
    Report report = GradientCheck.of(network, new WrongLoss(), RandomData.numbers(4, 3, 1, 2));
    assertEquals(report.numeric() / 2, report.analytic(), 1e-3);
    assertEquals(0.5, report.error(), 1e-3);
  }

  @Test
  void theNetworkStaysAsItIs() {
    Network network = Network.builder(PLUGINS, 3).layers("5 tanh, batch-norm, 2").build(1);
    Weights before = Weights.of(network);
    GradientCheck.of(network, new SampleMse(), RandomData.numbers(7, 3, 2, 9));
    assertArrayEquals(before.parameters(), network.parameters());
    assertArrayEquals(before.statistics(), network.statistics());
  }

  @Test
  void aSilentNetworkHasNoError() {
    Network network = Network.builder(PLUGINS, 1).layers("1 relu").build(1);
    network.parameters()[0] = 1;
    network.parameters()[1] = -9;
    Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {{2}});
    Report report = GradientCheck.of(network, new SampleMse(), data);
    assertEquals(0, report.error());
    assertEquals(0, report.analytic());
  }

  @Test
  void aLossThatLeavesTheNumbersHasAnInfiniteError() {
    Network network = Network.builder(PLUGINS, 1).layers("1").build(1);
    network.parameters()[0] = 0.9995f * Float.MAX_VALUE;
    Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {{1}});
    Report report = GradientCheck.of(network, new SampleMse(), data);
    assertEquals(Double.POSITIVE_INFINITY, report.error());
  }

  @Test
  void theSummaryIsOneSentence() {
    Block block = new Block("1.weights", Block.Role.WEIGHTS, 3, 4, 10, true);
    assertEquals(
        "Of 41 gradients 1.weights[1, 2] agrees worst, with relative error 2.5e-01: backward says 1.50000, differences of the loss say 2.00000.",
        new Report(0.25, block, 6, 1.5, 2, 41).summary());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Network network = Network.builder(PLUGINS, 3).layers("2").build(1);
    assertRefused(
        "The network takes rows of 3 numbers, the data has rows of 4.",
        network,
        RandomData.numbers(5, 4, 2, 1));
    assertRefused(
        "There are no rows to check the gradients on.", network, RandomData.numbers(0, 3, 2, 1));
    network.parameters()[0] = Float.POSITIVE_INFINITY;
    assertRefused(
        "The loss is Infinity; choose weights and data for which it is finite.",
        network,
        Dataset.of(new double[][] {{1, 0, 0}}, new double[][] {{0, 0}}));
  }

  private static void assertRefused(String message, Network network, Dataset data) {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> GradientCheck.of(network, new SampleMse(), data));
    assertEquals(message, e.getMessage());
  }

  private static Report check(Activation activation) {
    Network network =
        Network.builder(PLUGINS, 3).dense(4, activation).dense(2, "identity").build(1);
    return GradientCheck.of(network, new SampleMse(), RandomData.numbers(7, 3, 2, 9));
  }
}
