package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.primitives.ImmutableDoubleArray;
import nn.api.Loss;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassWeightsTest {
  private static final Plugins PLUGINS = Plugins.discover();

  private static ClassWeights weights(double... weights) {
    return new ClassWeights(ImmutableDoubleArray.copyOf(weights));
  }

  @Test
  void aRowWeighsWhatItsClassWeighs() {
    assertEquals(5, weights(2, 5).of(new float[] {0, 1}, 1, 1));
    assertEquals(2, weights(2, 5).of(new float[] {1, 0}, 0, 2));
    assertEquals(2.6, weights(2, 5).of(new float[] {0.8f, 0.2f}, 0, 2), 1e-6);
    assertEquals(1, ClassWeights.EQUAL.of(new float[] {7}, 0, 1));
  }

  @Test
  void balancedWeightsGiveEveryClassTheSameSum() {
    long[] rows = {10, 30, 60};
    double[] balanced = ClassWeights.balanced(rows).weights().toArray();
    assertArrayEquals(new double[] {100 / 30.0, 100 / 90.0, 100 / 180.0}, balanced, 1e-12);
    assertEquals(1, ClassWeights.balanced(4, 0).weights().get(1));
  }

  @Test
  void theLossIsTheWeightedAverageDividedByTheWeights() {
    Network network = Network.builder(PLUGINS, 1).dense(1, "identity").build(1);
    network.parameters()[0] = 0;
    Dataset data = Dataset.of(new double[][] {{1}, {1}, {1}}, new double[][] {{0}, {1}, {1}});
    network.parameters()[1] = 3;
    // Squared misses of the prediction 3: 9 for class 0, 4 for class 1.
    double expected = (5 * 9 + 2 * 4 + 2 * 4) / (5.0 + 2 + 2);
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      Evaluation evaluation = new Evaluation(new SampleMse(), weights(5, 2), network, data);
      assertEquals(expected, evaluation.loss(crew), 1e-6);
    }
  }

  @Test
  void trainingWithWeightTwoIsTrainingOnTheRowTwice() {
    double[][] x = {{1, 0}, {0, 1}, {1, 1}};
    double[][] y = {{1, 0}, {0, 1}, {0, 1}};
    double[][] twiceX = {{1, 0}, {1, 0}, {0, 1}, {1, 1}};
    double[][] twiceY = {{1, 0}, {1, 0}, {0, 1}, {0, 1}};
    Network weighted = trained(weights(2, 1), Dataset.of(x, y));
    Network repeated = trained(ClassWeights.EQUAL, Dataset.of(twiceX, twiceY));
    assertArrayEquals(repeated.parameters(), weighted.parameters(), 1e-5f);
  }

  private static Network trained(ClassWeights classes, Dataset data) {
    Network network = Network.builder(PLUGINS, 2).dense(2, "softmax").build(3);
    Recipe recipe =
        Recipe.of(new SampleCrossEntropy(), new SampleSgd(), PLUGINS.schedule("constant"))
            .withEpochs(50)
            .withBatchSize(data.count())
            .withClassWeights(classes);
    Trainer.of(recipe).fit(network, data);
    return network;
  }

  @Test
  void aRowThatTheLossIgnoresNeedsNoClass() {
    Dataset all =
        Dataset.of(new double[][] {{1}, {2}, {3}}, new double[][] {{0}, {Losses.IGNORED}, {1}});
    Dataset counted = Dataset.of(new double[][] {{1}, {3}}, new double[][] {{0}, {1}});
    assertArrayEquals(neuron(counted).parameters(), neuron(all).parameters(), 1e-6f);
  }

  private static Network neuron(Dataset data) {
    Network network = Network.builder(PLUGINS, 1).dense(1, "identity").build(1);
    Recipe recipe =
        Recipe.of(new Losses.Masked(), new SampleSgd(0.01), PLUGINS.schedule("constant"))
            .withEpochs(3)
            .withClassWeights(weights(5, 2));
    Trainer.of(recipe).fit(network, data);
    return network;
  }

  @ParameterizedTest
  @CsvSource({"-1, -1", "0.5, 0.5", "2, 2"})
  void whatIsNoClassOfOursIsRefusedBeforeTheTraining(double target, String text) {
    Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{0}, {target}});
    Exception e = assertThrows(IllegalArgumentException.class, () -> neuron(data));
    assertEquals(
        "There are 2 class weights, but row 1 has the target %s. Give one a class.".formatted(text),
        e.getMessage());
  }

  @Test
  void oneHotTargetsOfMoreClassesThanWeightsAreRefused() {
    Rows targets = new Rows(new float[] {0, 1, 0}, 0, 1, 3);
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> weights(5, 2).check(new SampleMse(), targets));
    assertEquals(
        "There are 2 class weights, but row 0 has the target 0, 1, 0. Give one a class.",
        e.getMessage());
  }

  @Test
  void weightsThatDoNotFitTheClassesAreRefused() {
    Rows targets = new Rows(new float[] {0, 2}, 0, 2, 1);
    Loss loss = new SampleMse();
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> weights(1, 2).check(loss, targets));
    assertEquals(
        "There are 2 class weights, but row 1 has the target 2. Give one a class.", e.getMessage());
    Rows numbers = new Rows(new float[] {0, 1, -1, 0}, 0, 2, 2);
    Exception shares =
        assertThrows(IllegalArgumentException.class, () -> weights(1, 2).check(loss, numbers));
    assertEquals(
        "There are 2 class weights, but row 1 has the target -1, 0. Give one a class.",
        shares.getMessage());
    Exception zero = assertThrows(IllegalArgumentException.class, () -> weights(1, 0));
    assertEquals("Class weights must be numbers above 0, got [1.0, 0.0].", zero.getMessage());
  }
}
