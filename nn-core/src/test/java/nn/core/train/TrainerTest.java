package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Schedule;
import nn.core.data.Dataset;
import nn.core.init.Zeros;
import nn.core.kernel.Arithmetic;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleConstant;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleIdentity;
import nn.core.sample.SampleMomentum;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import nn.core.train.TrainingResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TrainerTest {
  private static final Plugins PLUGINS = Plugins.discover();

  /** Of four planned updates 1, 1/2, 1/3, 1/4; of more, less. */
  record Harmonic() implements Schedule {
    @Override
    public double factor(long number, long total) {
      return 4.0 / (total * number);
    }
  }

  @Test
  void onTheTownTheGuessApproachesTwoHundredDollarsAsWorkedByHand() {
    Network network = neuron();
    List<Double> guesses = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(Progress progress) {
            double scaled = progress.network().parameters()[0];
            guesses.add(scaled * Town.priceDeviation() / Town.sizeDeviation());
          }
        };
    Recipe recipe = recipe(new SampleSgd(0.1)).withEpochs(60).withBatchSize(12);
    TrainingResult result = Trainer.of(recipe).withListener(listener).fit(network, Town.scaled());
    assertEquals(Outcome.COMPLETED, result.outcome());
    assertEquals(60, result.steps());
    double rest = 1;
    for (int k = 1; k <= 60; k++) {
      rest *= 0.8;
      assertEquals(200 * (1 - rest), guesses.get(k - 1), 1e-3, "after " + k + " epochs");
    }
    double scaled = network.predict((float) (100 / Town.sizeDeviation()))[0];
    assertEquals(400_000, scaled * Town.priceDeviation() + Town.MEAN_PRICE, 1);
  }

  @Test
  void theReportedLossIsTheOneBeforeTheStep() {
    List<Double> losses = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(Progress progress) {
            losses.add(progress.loss());
          }
        };
    Recipe recipe = recipe(new SampleSgd(0.1)).withEpochs(2).withBatchSize(12);
    TrainingResult result = Trainer.of(recipe).withListener(listener).fit(neuron(), Town.scaled());
    // Of targets with mean 0 and deviation 1 the weight 0 misses 1 on average.
    assertEquals(1, losses.get(0), 1e-6);
    double best = 93_000_000 / (Town.priceDeviation() * Town.priceDeviation());
    assertEquals(best + (1 - best) * 0.64, losses.get(1), 1e-6);
    assertEquals(losses.get(1), result.history().get(1).trainingLoss(), 1e-12);
  }

  @Test
  void theLossOfADeeperNetworkFalls() {
    Network network = Network.builder(PLUGINS, 4).layers("16 relu, 8 tanh, 3 softmax").build(2);
    Recipe recipe = Recipe.of(new SampleCrossEntropy(), adam(0.01), new SampleConstant(1));
    TrainingResult result =
        Trainer.of(recipe.withEpochs(20)).fit(network, RandomData.classes(200, 4, 3, 5));
    double first = result.history().get(0).trainingLoss();
    double last = result.history().get(19).trainingLoss();
    assertTrue(last < first / 2, first + " -> " + last);
    assertTrue(result.history().stream().allMatch(EpochReport::best));
  }

  @Test
  void theLastBatchMayBeShort() {
    Recipe recipe = recipe(new SampleSgd(0.05)).withEpochs(3).withBatchSize(5);
    List<Long> steps = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    List<Integer> epochs = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(Progress progress) {
            steps.add(progress.step());
            totals.add(progress.totalSteps());
            epochs.add(progress.epoch());
          }
        };
    Network network = neuron();
    Trainer.of(recipe).withListener(listener).fit(network, Town.scaled());
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), steps);
    assertEquals(List.of(1, 1, 1, 2, 2, 2, 3, 3, 3), epochs);
    assertTrue(totals.stream().allMatch(total -> total == 9));
    assertTrue(network.parameters()[0] > 0.5);
  }

  @Test
  void aShortBatchCountsByItsRowsInTheEpochsLoss() {
    Dataset data = Dataset.of(new double[][] {{0}, {0}, {0}}, new double[][] {{1}, {1}, {4}});
    Recipe recipe = recipe(new SampleSgd(0)).withBatchSize(2);
    TrainingResult result = Trainer.of(recipe).fit(neuron(), data);
    assertEquals(6, result.history().get(0).trainingLoss(), 1e-12);
  }

  @Test
  void noEpochsChangeNothing() {
    Network network = Network.builder(PLUGINS, 1).layers("3 tanh, 1").build(1);
    float[] before = network.parameters().clone();
    List<String> calls = new ArrayList<>();
    TrainingResult result =
        Trainer.of(recipe(new SampleSgd(0.1)).withEpochs(0))
            .withListener(recorder("", calls))
            .fit(network, Town.scaled());
    assertEquals(new TrainingResult(Outcome.COMPLETED, 0, 0, result.history()), result);
    assertEquals(List.of(), result.history());
    assertEquals(List.of("started"), calls);
    assertArrayEquals(before, network.parameters());
  }

  @Test
  void severalListenersAreToldInOrder() {
    List<String> calls = new ArrayList<>();
    TrainingListener both =
        TrainingListener.all(recorder("a ", calls), TrainingListener.NONE, recorder("b ", calls));
    Trainer.of(recipe(new SampleSgd(0.1)).withBatchSize(12))
        .withListener(both)
        .fit(neuron(), Town.scaled());
    assertEquals(
        List.of("a started", "b started", "a step 1", "b step 1", "a epoch 1", "b epoch 1"), calls);
  }

  @Test
  void theScheduleIsAFactorOnTheRate() {
    List<Double> rates = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(Progress progress) {
            rates.add(progress.rate());
          }
        };
    Recipe recipe =
        Recipe.of(new SampleMse(), new SampleSgd(0.1), new Harmonic())
            .withEpochs(4)
            .withBatchSize(12);
    Network network = neuron();
    TrainingResult result = Trainer.of(recipe).withListener(listener).fit(network, Town.scaled());
    assertEquals(List.of(0.1, 0.1 / 2, 0.1 * (1.0 / 3), 0.1 / 4), rates);
    assertEquals(0.1 / 4, result.history().get(3).rate());
    double expected = 200;
    for (double rate : rates) {
      expected -= expected * 2 * rate;
    }
    double scale = Town.priceDeviation() / Town.sizeDeviation();
    assertEquals(200 - expected, network.parameters()[0] * scale, 1e-3);
  }

  @Test
  void halfTheRateWithTwiceTheFactorIsTheSame() {
    Network slow = neuron();
    Network fast = neuron();
    SampleConstant twice = new SampleConstant(2);
    Trainer.of(Recipe.of(new SampleMse(), new SampleMomentum(0.05, 0.5), twice).withEpochs(3))
        .fit(slow, Town.scaled());
    Trainer.of(recipe(new SampleMomentum(0.1, 0.5)).withEpochs(3)).fit(fast, Town.scaled());
    assertArrayEquals(fast.parameters(), slow.parameters());
  }

  @Test
  void ignoredRowsDoNotCount() {
    double[][] x = {{1}, {2}, {3}, {4}, {5}};
    Dataset all = Dataset.of(x, new double[][] {{2}, {99}, {1}, {99}, {7}});
    Dataset counted = Dataset.of(new double[][] {{1}, {3}, {5}}, new double[][] {{2}, {1}, {7}});
    Recipe recipe = recipe(new SampleSgd(0.01), new Losses.Masked()).withBatchSize(5).withEpochs(3);
    Network a = neuron();
    Network b = neuron();
    TrainingResult result = Trainer.of(recipe).fit(a, all);
    TrainingResult expected = Trainer.of(recipe).fit(b, counted);
    assertArrayEquals(b.parameters(), a.parameters(), 1e-6f);
    for (int e = 0; e < 3; e++) {
      assertEquals(
          expected.history().get(e).trainingLoss(), result.history().get(e).trainingLoss(), 1e-5);
    }
  }

  @Test
  void heavyRowsCountAsOftenAsTheyWeigh() {
    double[][] x = {{1}, {2}, {-1}};
    double[][] t = {{2}, {1}, {-3}};
    double[][] repeatedX = {{1}, {2}, {-1}, {-1}, {-1}};
    double[][] repeatedT = {{2}, {1}, {-3}, {-3}, {-3}};
    Network heavy = neuron();
    Network often = neuron();
    Recipe recipe = recipe(new SampleSgd(0.05)).withBatchSize(5).withEpochs(4);
    Trainer.of(recipe(new SampleSgd(0.05), new Losses.Weighted()).withBatchSize(5).withEpochs(4))
        .fit(heavy, Dataset.of(x, t));
    Trainer.of(recipe).fit(often, Dataset.of(repeatedX, repeatedT));
    assertArrayEquals(often.parameters(), heavy.parameters(), 1e-6f);
  }

  @Test
  void aBatchOfIgnoredRowsTeachesNothingAndBreaksNothing() {
    Dataset ignored = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[][] {{99}, {99}, {99}});
    Network network = neuron();
    network.parameters()[0] = 0.5f;
    Recipe recipe = recipe(new SampleSgd(0.1), new Losses.Masked()).withBatchSize(2).withEpochs(2);
    TrainingResult result = Trainer.of(recipe).fit(network, ignored);
    assertEquals(Outcome.COMPLETED, result.outcome());
    assertArrayEquals(new float[] {0.5f, 0}, network.parameters());
    assertTrue(Double.isNaN(result.history().get(0).trainingLoss()));
  }

  @Test
  void dataOfAnotherShapeIsRefused() {
    Network network = Network.builder(PLUGINS, 3).layers("4 relu, 2").build(1);
    Trainer trainer = Trainer.of(recipe(new SampleSgd(0.1)));
    assertComplaint(
        "The network takes rows of 3 numbers, the data has rows of 4.",
        () -> trainer.fit(network, RandomData.numbers(5, 4, 2, 1)));
    assertComplaint(
        "mse expects 2 numbers per target for 2 outputs, the data has 3.",
        () -> trainer.fit(network, RandomData.numbers(5, 3, 3, 1)));
    assertComplaint(
        "The network takes rows of 3 numbers, the data has rows of 1.",
        () ->
            trainer.fit(
                network, RandomData.numbers(5, 3, 2, 1), RandomData.numbers(5, 1, 2, 1), null));
    assertComplaint(
        "There are no rows to train on.",
        () -> trainer.fit(network, RandomData.numbers(5, 3, 2, 1).subset(new int[0])));
    assertComplaint(
        "class-numbers expects 1 numbers per target for 2 outputs, the data has 2.",
        () ->
            Trainer.of(recipe(new SampleSgd(0.1), new Losses.ClassNumbers()))
                .fit(network, RandomData.numbers(5, 3, 2, 1)));
  }

  @Test
  void anOutputThatTheLossCannotTakeIsRefusedWithTheOneItCan() {
    Recipe recipe = recipe(new SampleSgd(0.1), new SampleCrossEntropy());
    Network network = Network.builder(PLUGINS, 3).layers("4 relu, 2 sigmoid").build(1);
    assertComplaint(
        "cross-entropy needs rows of probabilities that add up to 1, but the output activation sigmoid gives numbers from 0 to 1. Use the output activation softmax.",
        () -> Trainer.of(recipe).fit(network, RandomData.classes(5, 3, 2, 1)));
  }

  @Test
  void whatIsMissingIsToldBeforeAnyStep() {
    Trainer trainer = Trainer.of(recipe(new SampleSgd(0.1)));
    assertComplaint(
        "There must be at least 1 thread, got 0.", () -> trainer.on(Arithmetic.plain(), 0));
    assertEquals("stop", missing(() -> trainer.withStop(null)));
    assertEquals("listener", missing(() -> trainer.withListener(null)));
    assertEquals("loss", missing(() -> Recipe.of(null, adam(1), new SampleConstant(1))));
  }

  private static String missing(Executable work) {
    return assertThrows(NullPointerException.class, work).getMessage();
  }

  @Test
  void everyLookAtTheGradientsIsWhole() {
    List<Integer> sizes = new ArrayList<>();
    TrainingListener reader =
        new TrainingListener() {
          @Override
          public void step(Progress progress) {
            FloatBuffer gradients = progress.gradients();
            sizes.add(gradients.remaining());
            gradients.get();
            gradients.limit(1);
          }
        };
    Recipe recipe = recipe(new SampleSgd(0.1)).withEpochs(3);
    Trainer.of(recipe).withListener(reader).fit(neuron(), Town.scaled());
    assertEquals(List.of(2, 2, 2), sizes);
  }

  @Test
  void aNetworkWithNothingToLearnIsRefused() {
    Network network = Network.builder(PLUGINS, 2).dropout(0.5).build(1);
    assertComplaint(
        "The network has nothing to learn: none of its layers has weights. Add a dense layer.",
        () -> Trainer.of(recipe(new SampleSgd(0.1))).fit(network, RandomData.numbers(5, 2, 2, 1)));
  }

  @Test
  void aRecipeHasSensibleNumbers() {
    Recipe recipe = recipe(new SampleSgd(0.1));
    assertEquals(
        List.of(1, 32, 0, 1L),
        List.of(recipe.epochs(), recipe.batchSize(), recipe.patience(), recipe.seed()));
    assertComplaint(
        "The number of epochs must be at least 0, got -1.", () -> recipe.withEpochs(-1));
    assertComplaint("The batch size must be at least 1, got 0.", () -> recipe.withBatchSize(0));
    assertComplaint("Patience must be at least 0 epochs, got -2.", () -> recipe.withPatience(-2));
  }

  private static Network neuron() {
    return Network.builder(PLUGINS, 1).dense(1, new SampleIdentity(), new Zeros()).build(1);
  }

  private static Recipe recipe(Optimizer optimizer) {
    return recipe(optimizer, new SampleMse());
  }

  private static Recipe recipe(Optimizer optimizer, Loss loss) {
    return Recipe.of(loss, optimizer, new SampleConstant(1));
  }

  private static Optimizer adam(double rate) {
    return new SampleAdam(rate, 0.9, 0.999, 1e-8, 0);
  }

  private static TrainingListener recorder(String name, List<String> calls) {
    return new TrainingListener() {
      @Override
      public void started(Progress progress) {
        calls.add(name + "started");
      }

      @Override
      public void step(Progress progress) {
        calls.add(name + "step " + progress.step());
      }

      @Override
      public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
        calls.add(name + "epoch " + report.epoch());
      }
    };
  }

  private static void assertComplaint(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }
}
