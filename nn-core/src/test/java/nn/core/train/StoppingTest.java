package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nn.core.data.Dataset;
import nn.core.init.Zeros;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleConstant;
import nn.core.sample.SampleIdentity;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import nn.core.sample.SampleTanh;
import nn.core.train.TrainingResult.Outcome;
import org.junit.jupiter.api.Test;

/**
 * How a run ends. Training pulls the one weight to 1, validation wants 0.5: at rate 0.1 the weight
 * is 0.2, 0.36, 0.488, 0.5904, 0.67232, ..., so that the third epoch is the best.
 */
class StoppingTest {
  private static final Dataset TRAINING = line(1);
  private static final Dataset VALIDATION = line(0.5);
  private static final float BEST = 0.488f;

  @Test
  void patienceEndsTheRunAndTheBestWeightsComeBack() {
    Network network = neuron();
    TrainingResult result =
        Trainer.of(recipe(100).withPatience(4)).fit(network, TRAINING, VALIDATION, null);
    assertEquals(Outcome.STOPPED_EARLY, result.outcome());
    assertEquals(7, result.steps());
    assertEquals(3, result.bestEpoch());
    assertEquals(BEST, network.parameters()[0], 1e-6);
    List<Boolean> best = result.history().stream().map(EpochReport::best).toList();
    assertEquals(List.of(true, true, true, false, false, false, false), best);
    assertEquals(0.3 * 0.3, result.history().get(0).validationLoss(), 1e-6);
    assertEquals(0.012 * 0.012, result.history().get(2).validationLoss(), 1e-6);
  }

  @Test
  void withoutPatienceAllEpochsRunAndTheBestWeightsComeBack() {
    Network network = neuron();
    TrainingResult result = Trainer.of(recipe(10)).fit(network, TRAINING, VALIDATION, null);
    assertEquals(Outcome.COMPLETED, result.outcome());
    assertEquals(10, result.steps());
    assertEquals(3, result.bestEpoch());
    assertEquals(BEST, network.parameters()[0], 1e-6);
  }

  @Test
  void whateverAListenerThrowsLeavesTheBestWeights() {
    Network network = neuron();
    Trainer trainer = Trainer.of(recipe(10)).withListener(at(5, checkpoint -> cancel()));
    assertThrows(CancellationException.class, () -> trainer.fit(network, TRAINING, VALIDATION));
    assertEquals(BEST, network.parameters()[0], 1e-6);
  }

  private static void cancel() {
    throw new CancellationException();
  }

  @Test
  void whatIsDoneToACheckpointDoesNotReachTheNetwork() {
    Network network = neuron();
    TrainingListener vandal = at(5, checkpoint -> Arrays.fill(checkpoint.best().parameters(), 7f));
    Trainer.of(recipe(5)).withListener(vandal).fit(network, TRAINING, VALIDATION);
    assertEquals(BEST, network.parameters()[0], 1e-6);
  }

  @Test
  void afterAnInterruptionTheBestOfBeforeIsStillTheBest() {
    List<Checkpoint> kept = new ArrayList<>();
    Trainer.of(recipe(5)).withListener(at(5, kept::add)).fit(neuron(), TRAINING, VALIDATION);
    Network network = neuron();
    TrainingResult result = Trainer.of(recipe(7)).fit(network, TRAINING, VALIDATION, kept.get(0));
    assertEquals(3, result.bestEpoch());
    assertEquals(BEST, network.parameters()[0], 1e-6);
  }

  @Test
  void ofEqualEpochsTheFirstIsTheBest() {
    Recipe still = Recipe.of(new SampleMse(), new SampleSgd(0), new SampleConstant(1));
    TrainingResult result =
        Trainer.of(still.withEpochs(9).withPatience(2)).fit(neuron(), TRAINING, VALIDATION);
    assertEquals(Outcome.STOPPED_EARLY, result.outcome());
    assertEquals(1, result.bestEpoch());
    assertEquals(3, result.history().size());
  }

  @Test
  void aValidationLossThatOverflowsIsDivergenceThoughTheWeightsAreFinite() {
    Network network = neuron();
    network.parameters()[0] = 2;
    Dataset far = Dataset.of(new double[][] {{3e38}}, new double[][] {{0}});
    TrainingResult result = Trainer.of(recipe(3)).fit(network, TRAINING, far);
    assertEquals(Outcome.DIVERGED, result.outcome());
    assertArrayEquals(new float[] {2, 0}, network.parameters());
  }

  @Test
  void weightsThatAreNotFiniteAreDivergenceThoughTheLossIs() {
    Network network =
        Network.builder(Plugins.discover(), 1).dense(1, new SampleTanh(), new Zeros()).build(1);
    network.parameters()[0] = Float.POSITIVE_INFINITY;
    TrainingResult result = Trainer.of(recipe(3)).fit(network, TRAINING, VALIDATION);
    assertEquals(Outcome.DIVERGED, result.outcome());
    assertEquals(1, result.steps());
  }

  private static TrainingListener at(int epoch, Consumer<Checkpoint> work) {
    return new TrainingListener() {
      @Override
      public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
        if (report.epoch() == epoch) {
          work.accept(checkpoint.get());
        }
      }
    };
  }

  @Test
  void withoutValidationTheLastWeightsStay() {
    Network network = neuron();
    TrainingResult result = Trainer.of(recipe(5).withPatience(1)).fit(network, TRAINING);
    assertEquals(5, result.bestEpoch());
    assertEquals(0.67232f, network.parameters()[0], 1e-6);
    assertTrue(Double.isNaN(result.history().get(4).validationLoss()));
  }

  @Test
  void validationWithoutRowsIsNone() {
    Network network = neuron();
    Dataset none = TRAINING.subset(new int[0]);
    TrainingResult result = Trainer.of(recipe(5)).fit(network, TRAINING, none, null);
    assertEquals(5, result.bestEpoch());
    assertEquals(0.67232f, network.parameters()[0], 1e-6);
  }

  @Test
  void validationRowsThatAreAllIgnoredAreRefusedAndNotCalledDiverged() {
    Trainer trainer =
        Trainer.of(Recipe.of(new Losses.Masked(), new SampleSgd(0.1), new SampleConstant(1)));
    Dataset ignored = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{99}, {99}});
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> trainer.fit(neuron(), TRAINING, ignored, null));
    assertEquals(
        "masked gives each of the 2 validation rows the weight 0, so there is nothing to judge by. Change its parameters, hold other rows back, or none.",
        e.getMessage());
    Dataset one = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{99}, {0.5}});
    assertEquals(Outcome.COMPLETED, trainer.fit(neuron(), TRAINING, one, null).outcome());
  }

  @Test
  void aRequestToStopKeepsTheBest() {
    Network network = neuron();
    TrainingResult result =
        Trainer.of(recipe(100)).withStop(atCall(5)).fit(network, TRAINING, VALIDATION, null);
    assertEquals(Outcome.INTERRUPTED, result.outcome());
    assertEquals(5, result.steps());
    assertEquals(3, result.bestEpoch());
    assertEquals(BEST, network.parameters()[0], 1e-6);
  }

  @Test
  void aRequestToStopMeasuresTheWeightsOfTheMoment() {
    Network network = neuron();
    TrainingResult result =
        Trainer.of(recipe(100)).withStop(atCall(2)).fit(network, TRAINING, VALIDATION, null);
    assertEquals(2, result.bestEpoch());
    assertEquals(1, result.history().size());
    assertEquals(0.36f, network.parameters()[0], 1e-6);
  }

  @Test
  void withoutValidationARequestToStopKeepsTheLast() {
    Network network = neuron();
    TrainingResult result = Trainer.of(recipe(100)).withStop(atCall(4)).fit(network, TRAINING);
    assertEquals(Outcome.INTERRUPTED, result.outcome());
    assertEquals(0.5904f, network.parameters()[0], 1e-6);
  }

  @Test
  void aRunThatDivergesEndsWithTheLastFiniteWeights() {
    Network network = neuron();
    TrainingResult result = Trainer.of(wild().withBatchSize(4)).fit(network, TRAINING);
    // One step to 2e30, another beyond every float: the second epoch ends without finite weights.
    assertEquals(Outcome.DIVERGED, result.outcome());
    assertEquals(2, result.steps());
    assertEquals(1, result.bestEpoch());
    assertEquals(1, result.history().size());
    assertEquals(2e30f, network.parameters()[0], 1e25f);
  }

  @Test
  void aRunThatDivergesWithinItsFirstEpochEndsWithTheStartingWeights() {
    Network network = neuron();
    network.parameters()[0] = 0.25f;
    TrainingResult result =
        Trainer.of(wild().withBatchSize(1)).fit(network, TRAINING, VALIDATION, null);
    assertEquals(Outcome.DIVERGED, result.outcome());
    assertEquals(3, result.steps());
    assertEquals(0, result.bestEpoch());
    assertEquals(List.of(), result.history());
    assertArrayEquals(new float[] {0.25f, 0}, network.parameters());
  }

  @Test
  void aValidationLossThatIsNotFiniteIsDivergence() {
    Network network = neuron();
    TrainingResult result =
        Trainer.of(wild().withBatchSize(4).withEpochs(10)).fit(network, TRAINING, VALIDATION, null);
    assertEquals(Outcome.DIVERGED, result.outcome());
    assertEquals(1, result.bestEpoch());
    assertTrue(Float.isFinite(network.parameters()[0]));
  }

  @Test
  void aStopIsAskedForAfterEveryStepAlone() {
    AtomicInteger calls = new AtomicInteger();
    BooleanSupplier never =
        () -> {
          calls.incrementAndGet();
          return false;
        };
    TrainingResult result =
        Trainer.of(recipe(3).withBatchSize(3)).withStop(never).fit(neuron(), TRAINING);
    assertEquals(6, calls.get());
    assertEquals(6, result.steps());
    assertFalse(result.outcome() == Outcome.INTERRUPTED);
  }

  private static BooleanSupplier atCall(int number) {
    AtomicInteger calls = new AtomicInteger();
    return () -> calls.incrementAndGet() == number;
  }

  private static Recipe recipe(int epochs) {
    return Recipe.of(new SampleMse(), new SampleSgd(0.1), new SampleConstant(1))
        .withEpochs(epochs)
        .withBatchSize(4);
  }

  private static Recipe wild() {
    return Recipe.of(new SampleMse(), new SampleSgd(1e30), new SampleConstant(1)).withEpochs(5);
  }

  private static Network neuron() {
    return Network.builder(Plugins.discover(), 1)
        .dense(1, new SampleIdentity(), new Zeros())
        .build(1);
  }

  /** Four points with mean 0 and mean square 1. */
  private static Dataset line(double slope) {
    double[][] x = {{1}, {-1}, {1}, {-1}};
    double[][] y = {{slope}, {-slope}, {slope}, {-slope}};
    return Dataset.of(x, y);
  }
}
