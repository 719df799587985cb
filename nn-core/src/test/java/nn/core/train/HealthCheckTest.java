package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ReadOnlyBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import nn.api.Optimizer;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleConstant;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
  private static final Plugins PLUGINS = Plugins.discover();

  /** One row, x = 1 and t = 0. */
  private static final Dataset ROW = Dataset.of(new double[][] {{1}}, new double[][] {{0}});

  /** Examines every second step. */
  private static List<Health> healths(Network network, Optimizer optimizer, int steps) {
    HealthCheck check = new HealthCheck(network);
    List<Health> healths = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(Progress progress) {
            if (progress.step() % 2 == 0) {
              healths.add(check.after(progress));
            } else {
              check.before(progress);
            }
          }
        };
    Recipe recipe = Recipe.of(new SampleMse(), optimizer, new SampleConstant(1));
    Trainer.of(recipe.withEpochs(steps)).withListener(listener).fit(network, ROW);
    return healths;
  }

  /** A network of these layers whose parameters are these. */
  private static Network network(String layers, float... parameters) {
    Network network = Network.builder(PLUGINS, 1).layers(layers).build(1);
    System.arraycopy(parameters, 0, network.parameters(), 0, parameters.length);
    return network;
  }

  @Test
  void aStepIsMeasuredByTheSizeOfTheWeightsAsWorkedByHand() {
    // y = w + b. Step 1: y = 4, gradients 8 and 8, w = 3 - 0.8 = 2.2, b = 1 - 0.8 = 0.2.
    // Step 2: y = 2.4, gradients 4.8 and 4.8, w falls by 0.48.
    Health health = healths(network("1 identity", 3, 1), new SampleSgd(0.1), 2).get(0);
    assertEquals(0.48 / 2.2, health.largestStep(), 1e-6);
    assertEquals(health.largestStep(), health.smallestStep());
    assertEquals(Math.sqrt(2 * 4.8 * 4.8), health.gradient(), 1e-5);
    assertEquals(0, health.notFinite());
    assertEquals(0, health.hiddenUnits(), "the last layer is not hidden");
  }

  @Test
  void theLayersThatMovedLeastAndMostAreToldApart() {
    // h = w + b with w = 1, b = 0; y = v h + c with v = 10, c = 0: two steps down y squared.
    double rate = 1e-4;
    double[] p = {1, 0, 10, 0};
    double first = 0;
    double second = 0;
    for (int step = 0; step < 2; step++) {
      double h = p[0] + p[1];
      double blame = 2 * (p[2] * h + p[3]);
      double[] gradients = {blame * p[2], blame * p[2], blame * h, blame};
      first = rate * gradients[0] / p[0];
      second = rate * gradients[2] / p[2];
      Arrays.setAll(p, i -> p[i] - rate * gradients[i]);
    }
    Network network = network("1 identity, 1 identity", 1, 0, 10, 0);
    Health health = healths(network, new SampleSgd(rate), 2).get(0);
    assertEquals(first, health.largestStep(), 1e-3 * first);
    assertEquals(second, health.smallestStep(), 1e-2 * second);
  }

  @Test
  void unitsThatNoRowOpensAreDeadAfterEightLooks() {
    // The sums of the three units are 1, -1 and -2.
    Network network = network("3 relu, 1 identity", 1, -1, -2, 0, 0, 0, 1, 1, 1, 0);
    List<Health> healths = healths(network, new SampleSgd(1e-4), 2 * HealthCheck.LOOKS);
    assertEquals(OptionalInt.empty(), healths.get(HealthCheck.LOOKS - 2).deadUnits());
    assertEquals(OptionalInt.of(2), healths.get(HealthCheck.LOOKS - 1).deadUnits());
    assertEquals(3, healths.get(0).hiddenUnits());
  }

  @Test
  void layersWithoutUnitsHaveNoPartInIt() {
    Network network = network("2 relu, dropout(0.5), batch-norm, 1 identity", 1, 1);
    assertEquals(2, healths(network, new SampleSgd(1e-4), 2).get(0).hiddenUnits());
  }

  @Test
  void whatIsNotFiniteIsCounted() {
    // The first step overflows to an infinite weight and bias; the gradients before it were finite.
    Network network = network("1 identity", 3, 1);
    HealthCheck check = new HealthCheck(network);
    List<Health> healths = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(Progress progress) {
            check.before(progress);
            healths.add(check.after(progress));
          }
        };
    Recipe recipe =
        Recipe.of(new SampleMse(), new SampleSgd(Float.MAX_VALUE), new SampleConstant(1));
    Trainer.of(recipe).withListener(listener).fit(network, ROW);
    assertEquals(2, healths.get(0).notFinite());
  }

  @Test
  void weightsOfZeroHaveNoSizeToCompareWith() {
    Health health = healths(network("1 identity", 0, 0), new SampleSgd(0.1), 2).get(0);
    assertTrue(Double.isNaN(health.largestStep()) && Double.isNaN(health.smallestStep()));
  }

  @Test
  void theGradientsAreThereToBeReadAndTheBestWeightsAreNamed() {
    Network network = network("1 identity", 3, 1);
    List<Double> seen = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void started(Progress progress) {
            assertEquals(0, progress.bestEpoch());
            assertEquals(Double.POSITIVE_INFINITY, progress.bestLoss());
          }

          @Override
          public void step(Progress progress) {
            seen.add((double) progress.gradients().get(0));
            assertThrows(ReadOnlyBufferException.class, () -> progress.gradients().put(0, 1f));
          }

          @Override
          public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> copy) {
            assertEquals(report.epoch(), progress.bestEpoch());
            assertEquals(report.validationLoss(), progress.bestLoss());
          }
        };
    Recipe recipe = Recipe.of(new SampleMse(), new SampleSgd(0.1), new SampleConstant(1));
    Trainer.of(recipe.withEpochs(2)).withListener(listener).fit(network, ROW, ROW, null);
    assertEquals(8, seen.get(0), 1e-5);
    assertEquals(4.8, seen.get(1), 1e-5);
  }

  @Test
  void lookingLeavesEveryBitAsItIs() {
    Dataset data = RandomData.numbers(40, 3, 1, 7);
    Network alone = Network.builder(PLUGINS, 3).layers("5 relu, 1 identity").build(1);
    Network examined = alone.copy();
    HealthCheck check = new HealthCheck(examined);
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(Progress progress) {
            check.after(progress);
            check.before(progress);
          }
        };
    Recipe recipe = Recipe.of(new SampleMse(), new SampleAdam(), new SampleConstant(1));
    Trainer.of(recipe.withEpochs(5)).fit(alone, data);
    Trainer.of(recipe.withEpochs(5)).withListener(listener).fit(examined, data);
    assertArrayEquals(alone.parameters(), examined.parameters());
  }
}
