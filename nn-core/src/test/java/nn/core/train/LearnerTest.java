package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nn.api.Loss;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LearnerTest {
  private static final Plugins PLUGINS = Plugins.discover();
  private final Crew crew = new Crew(Arithmetic.plain(), 1);
  private final Network network = Network.builder(PLUGINS, 2).layers("3 relu, 1").build(1);

  @AfterEach
  void close() {
    crew.close();
  }

  @Test
  void aBatchOfAnotherLearnerIsRefusedAndNothingMoves() {
    float[] before = network.parameters().clone();
    Learner.Batch others = learner(network, new SampleMse()).batch(2);
    assertComplaint(
        "The batch is another learner's; make one with batch().",
        () -> learner(network, new SampleMse()).step(others, 1, 1, 1));
    assertArrayEquals(before, network.parameters());
  }

  @Test
  void stepsAreCountedFromOne() {
    Learner learner = learner(network, new SampleMse());
    Learner.Batch batch = learner.batch(1);
    assertComplaint("Steps are counted from 1, got 0.", () -> learner.step(batch, 0, 1, 1));
  }

  @Test
  void aBatchHasRows() {
    Learner learner = learner(network, new SampleMse());
    assertComplaint("A batch has at least 1 row, got 0.", () -> learner.batch(0));
  }

  @Test
  void whatTheTrainerRefusesOfANetworkIsRefusedHere() {
    assertComplaint(
        "The network has nothing to learn: none of its layers has weights. Add a dense layer.",
        () -> learner(Network.builder(PLUGINS, 2).dropout(0.5).build(1), new SampleMse()));
    assertComplaint(
        "cross-entropy needs rows of probabilities that add up to 1, but the output activation identity gives any number. Use the output activation softmax.",
        () -> learner(network, new SampleCrossEntropy()));
  }

  private Learner learner(Network network, Loss loss) {
    return new Learner(network, loss, ClassWeights.EQUAL, new SampleSgd(0.1), crew);
  }

  private static void assertComplaint(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }
}
