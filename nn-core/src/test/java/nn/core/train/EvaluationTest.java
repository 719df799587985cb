package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.api.Loss;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
  private static final Plugins PLUGINS = Plugins.discover();

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 256, 257, 700})
  void theLossIsTheAverageOverAllRows(int rows) {
    Network network =
        Network.builder(PLUGINS, 3).layers("5 tanh, batch-norm, dropout(0.5), 2").build(1);
    Dataset data = RandomData.numbers(rows, 3, 2, 4);
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      float[] y = predict(network, data, r);
      for (int j = 0; j < 2; j++) {
        double error = (double) y[j] - data.targets().get(r, j);
        sum += error * error / 2;
      }
    }
    assertEquals(sum / rows, loss(new SampleMse(), network, data), 1e-9);
  }

  @Test
  void aFusedLossIsThatOfTheProbabilities() {
    Network network = Network.builder(PLUGINS, 3).layers("5 tanh, 3 softmax").build(1);
    Dataset data = RandomData.classes(300, 3, 3, 4);
    double sum = 0;
    for (int r = 0; r < 300; r++) {
      float[] y = predict(network, data, r);
      for (int j = 0; j < 3; j++) {
        sum -= data.targets().get(r, j) * StrictMath.log(y[j]);
      }
    }
    assertEquals(sum / 300, loss(new SampleCrossEntropy(), network, data), 1e-6);
  }

  @Test
  void rowsCountByTheirWeights() {
    Network network = Network.builder(PLUGINS, 1).layers("1").build(1);
    network.parameters()[0] = 0;
    double[][] x = {{1}, {1}, {1}};
    Dataset weighted = Dataset.of(x, new double[][] {{1}, {2}, {-4}});
    assertEquals((1 + 4 + 3 * 16) / 5.0, loss(new Losses.Weighted(), network, weighted), 1e-12);
    Dataset masked = Dataset.of(x, new double[][] {{1}, {99}, {3}});
    assertEquals(5, loss(new Losses.Masked(), network, masked), 1e-12);
  }

  @Test
  void noRowThatCountsHasNoLoss() {
    Network network = Network.builder(PLUGINS, 1).layers("1").build(1);
    Dataset ignored = Dataset.of(new double[][] {{1}}, new double[][] {{99}});
    assertTrue(Double.isNaN(loss(new Losses.Masked(), network, ignored)));
    Dataset none = ignored.subset(new int[0]);
    assertTrue(Double.isNaN(loss(new SampleMse(), network, none)));
  }

  @Test
  void itMeasuresTheWeightsOfTheMoment() {
    Network network = Network.builder(PLUGINS, 1).layers("1").build(1);
    Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {{0}});
    Evaluation evaluation = new Evaluation(new SampleMse(), network, data);
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      network.parameters()[0] = 2;
      assertEquals(4, evaluation.loss(crew));
      network.parameters()[0] = 3;
      assertEquals(9, evaluation.loss(crew));
    }
  }

  @Test
  void rowsOfOtherWidthsAreRefused() {
    Network network = Network.builder(PLUGINS, 1).layers("1").build(1);
    assertComplaint(
        "The network takes rows of 1 numbers, the data has rows of 2.",
        () -> loss(new SampleMse(), network, RandomData.numbers(5, 2, 1, 1)));
    assertComplaint(
        "mse expects 1 numbers per target for 1 outputs, the data has 2.",
        () -> loss(new SampleMse(), network, RandomData.numbers(5, 1, 2, 1)));
  }

  private static void assertComplaint(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  private static float[] predict(Network network, Dataset data, int r) {
    return network.predict(
        data.features().get(r, 0), data.features().get(r, 1), data.features().get(r, 2));
  }

  private static double loss(Loss loss, Network network, Dataset data) {
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      return new Evaluation(loss, network, data).loss(crew);
    }
  }
}
