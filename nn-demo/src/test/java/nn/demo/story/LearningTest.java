package nn.demo.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nn.core.kernel.Arithmetic;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chapters 10 to 12: what is promised of a training holds from every start. */
class LearningTest {
  private static final int SEEDS = 20;
  private static final Plugins PLUGINS = Plugins.discover();

  private final Classroom room = new Classroom(PLUGINS, Arithmetic.plain(), 1, Cast.TALK);
  private final Houses bend = Fixtures.bend();

  @AfterAll
  static void close() {
    PLUGINS.close();
  }

  /** The best line is $200; a step at rate 0.1 leaves 1 - 2 x 0.1 of the way to it. */
  @Test
  void everyEpochLeavesFourFifthsOfTheWay() {
    List<TheTrainingLoop.Epoch> epochs = TheTrainingLoop.town(room);
    double left = 200;
    for (TheTrainingLoop.Epoch epoch : epochs) {
      assertEquals(200 - left, epoch.perFoot(), 0.001);
      assertEquals(380_000 + 100 * (200 - left), epoch.priceOf2000(), 0.2);
      left *= 0.8;
    }
    assertEquals(61, epochs.size());
    assertEquals(9_643.65, epochs.get(60).rmse(), 0.1);
  }

  @Test
  void aLineMissesTheBend() {
    Network line = Fixtures.neuron(PLUGINS, 0, 0);
    assertEquals(109_278, bend.rmse(line), 1);
    room.descend(line, bend.data(), 0.1, 100);
    assertEquals(17_256, bend.rmse(line), 1);
  }

  @Test
  void eightReLusFollowTheBendFromEveryStart() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Network network = TheTrainingLoop.hidden(room, 8, seed);
      room.descend(network, bend.data(), 0.05, 3_000);
      assertTrue(bend.rmse(network) < 1_000, "seed " + seed + ": " + bend.rmse(network));
    }
  }

  @Test
  void everyNeuronOfDeadIsClosedForEveryHouseAndGetsNoBlame() {
    Network dead = Fixtures.dead(PLUGINS, "relu", Fixtures.DEAD_BIAS);
    for (int unit = 0; unit < 4; unit++) {
      for (double sum : WhenLearningStops.sums(dead, bend, unit)) {
        assertTrue(sum > -2.0 && sum < -0.4, "neuron " + unit + ": " + sum);
      }
    }
    float[] slopes = room.slopes(dead, room.mse(), bend.data());
    // Four weights and four biases, then the four weights of silent neurons.
    for (int i = 0; i < 12; i++) {
      assertEquals(0, slopes[i], 0f, "number " + i);
    }
  }

  @Test
  void deadStaysDeadWithReluAndTheCuresWakeIt() {
    assertEquals(109_278, WhenLearningStops.dead(room, "relu", -1.2), 1);
    assertEquals(0, WhenLearningStops.dead(room, "leaky-relu(slope=0.01)", -1.2), 10);
    assertEquals(0, WhenLearningStops.dead(room, "leaky-relu(slope=0.1)", -1.2), 10);
    assertEquals(0, WhenLearningStops.dead(room, "prelu", -1.2), 10);
    assertEquals(1_877, WhenLearningStops.dead(room, "gelu", -1.2), 100);
  }

  @Test
  void theCuresAreNotMagic() {
    assertEquals(17_256, WhenLearningStops.dead(room, "prelu", -2), 1);
    assertEquals(0, WhenLearningStops.dead(room, "leaky-relu(slope=0.01)", -2), 10);
    assertEquals(17_256, WhenLearningStops.dead(room, "leaky-relu(slope=0.01)", -4), 100);
    assertEquals(17_256, WhenLearningStops.dead(room, "leaky-relu(slope=0.1)", -4), 100);
  }

  @Test
  void tenReLusLetAThousandTimesMoreThroughThanTenSigmoids() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      List<Double> sigmoid = WhenLearningStops.deepSlopes(room, "sigmoid", seed);
      List<Double> relu = WhenLearningStops.deepSlopes(room, "relu", seed);
      assertEquals(11, sigmoid.size());
      assertTrue(sigmoid.get(0) < 1e-4 * sigmoid.get(10), "seed " + seed + ": " + sigmoid);
      assertTrue(relu.get(0) > 1_000 * sigmoid.get(0), "seed " + seed + ": " + relu);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void tenSigmoidsStillPredictTheAverageWhenTheOthersHaveLearned(int seed) {
    assertEquals(109_278, WhenLearningStops.deep(room, "sigmoid", seed), 50);
    assertTrue(WhenLearningStops.deep(room, "tanh", seed) < 17_256);
    assertTrue(WhenLearningStops.deep(room, "relu", seed) < 17_256);
  }

  @Test
  void tenReLusMayDieOnTheWay() {
    long seed = WhenLearningStops.DYING_SEED;
    List<Double> slopes = WhenLearningStops.deepSlopes(room, "relu", seed);
    assertTrue(slopes.get(0) > 0.001, "alive at the start: " + slopes);
    assertEquals(109_278, WhenLearningStops.deep(room, "relu", seed), 50);
  }

  @Test
  void theCuresThatEndOnTheLineHaveAllNeuronsOnOneSide() {
    Network network = Fixtures.dead(PLUGINS, "prelu", -2);
    room.descend(network, bend.data(), 0.05, 20_000);
    for (int unit = 0; unit < 4; unit++) {
      for (double sum : WhenLearningStops.sums(network, bend, unit)) {
        assertTrue(sum < 0, "neuron " + unit + ": " + sum);
      }
    }
  }

  @Test
  void noLineFencesTheRingInAndEightReLusDoFromEveryStart() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertTrue(right("", seed) < 0.65, "line, seed " + seed);
      assertTrue(right("2 relu", seed) < 0.95, "2, seed " + seed);
      assertTrue(right("8 relu", seed) >= 0.995, "8, seed " + seed);
    }
  }

  private double right(String hidden, long seed) {
    return Ring.right(Ring.learn(room, hidden, seed));
  }
}
