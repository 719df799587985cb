package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nn.api.Optimizer;
import nn.core.data.Dataset;
import nn.core.data.Feature.Pixels;
import nn.core.data.Preparation;
import nn.core.data.Target.NumberTarget;
import nn.core.model.Model;
import nn.core.model.ModelFile;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleBlockSgd;
import nn.core.sample.SampleConstant;
import nn.core.sample.SampleMomentum;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import nn.core.train.TrainingResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
  @Test
  void weightsWithoutTheRunningStatisticsAreRefused() {
    Network plain = Network.builder(Plugins.discover(), 1).layers("2 tanh, layer-norm, 1").build(1);
    Network moving =
        Network.builder(Plugins.discover(), 1).layers("2 tanh, batch-norm, 1").build(1);
    assertEquals(plain.parameters().length, moving.parameters().length);
    assertThrows(IllegalArgumentException.class, () -> Weights.of(plain).into(moving));
  }

  private static final Plugins PLUGINS = Plugins.discover();
  private static final Dataset TRAINING = RandomData.numbers(50, 3, 2, 1);
  private static final Dataset VALIDATION = RandomData.numbers(20, 3, 2, 2);
  private static final Optimizer ADAM = new SampleAdam(0.01, 0.9, 0.999, 1e-8, 0.01);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 6})
  void goingOnFromAnyEpochEndsWithTheSameBits(int epoch) {
    Network whole = network(1);
    List<Checkpoint> checkpoints = new ArrayList<>();
    TrainingResult expected =
        Trainer.of(recipe(ADAM)).withListener(keeper(checkpoints)).fit(whole, TRAINING, null, null);
    Network resumed = network(99);
    TrainingResult result =
        Trainer.of(recipe(ADAM)).fit(resumed, TRAINING, null, checkpoints.get(epoch - 1));
    assertArrayEquals(whole.parameters(), resumed.parameters());
    assertArrayEquals(whole.statistics(), resumed.statistics());
    assertEquals(expected.steps(), result.steps());
    assertEquals(expected.history().subList(epoch, 6), result.history());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void goingOnFromAFileEndsWithTheSameBits(int epoch) {
    Optimizer optimizer = new SampleBlockSgd(0.05, new SampleMomentum(0.02, 0.9));
    Network whole = network(1);
    List<Checkpoint> checkpoints = new ArrayList<>();
    TrainingResult expected =
        Trainer.of(recipe(optimizer))
            .withListener(keeper(checkpoints))
            .fit(whole, TRAINING, VALIDATION, null);
    Checkpoint saved = checkpoints.get(epoch - 1);
    Path file = folder.resolve("run.checkpoint");
    ModelFile.write(file, model(whole), PLUGINS, saved);
    ModelFile.Content read = ModelFile.read(file, PLUGINS);
    Network resumed = read.model().network();
    assertArrayEquals(saved.best().parameters(), resumed.parameters());
    TrainingResult result =
        Trainer.of(recipe(optimizer))
            .fit(resumed, TRAINING, VALIDATION, read.checkpoint().orElseThrow());
    assertArrayEquals(whole.parameters(), resumed.parameters());
    assertArrayEquals(whole.statistics(), resumed.statistics());
    assertEquals(expected.bestEpoch(), result.bestEpoch());
    assertEquals(expected.steps(), result.steps());
  }

  @Test
  void patienceCountsFromBeforeTheInterruption() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    Trainer.of(recipe(ADAM)).withListener(keeper(checkpoints)).fit(network(1), TRAINING);
    Checkpoint old = checkpoints.get(3);
    Checkpoint stale =
        new Checkpoint(4, old.step(), old.now(), checkpoints.get(0).now(), 0, 1, old.optimizer());
    Network network = network(1);
    TrainingResult result =
        Trainer.of(recipe(ADAM).withPatience(3)).fit(network, TRAINING, VALIDATION, stale);
    assertEquals(Outcome.STOPPED_EARLY, result.outcome());
    assertEquals(old.step(), result.steps());
    assertEquals(1, result.bestEpoch());
    assertArrayEquals(checkpoints.get(0).now().parameters(), network.parameters());
  }

  @Test
  void aFirstValidationAfterTheInterruptionCanBeTheBest() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    Trainer.of(recipe(ADAM)).withListener(keeper(checkpoints)).fit(network(1), TRAINING);
    assertTrue(Double.isNaN(checkpoints.get(4).bestLoss()));
    TrainingResult result =
        Trainer.of(recipe(ADAM)).fit(network(1), TRAINING, VALIDATION, checkpoints.get(4));
    assertEquals(6, result.bestEpoch());
    assertEquals(List.of(true), result.history().stream().map(EpochReport::best).toList());
  }

  @Test
  void aCheckpointHoldsTheOptimizersState() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    Optimizer optimizer = new SampleBlockSgd(0.05, new SampleMomentum(0.02, 0.9));
    Network network = network(1);
    Trainer.of(recipe(optimizer)).withListener(keeper(checkpoints)).fit(network, TRAINING);
    ImmutableList<float[]> state = checkpoints.get(2).optimizer();
    // Two blocks of weights count their updates; then comes the speed of all else.
    assertEquals(3, state.size());
    assertArrayEquals(new float[] {12}, state.get(0));
    assertArrayEquals(new float[] {12}, state.get(1));
    assertEquals(network.parameters().length, state.get(2).length);
    assertEquals(12, checkpoints.get(2).step());
    assertEquals(3, checkpoints.get(2).epoch());
  }

  @Test
  void aCheckpointIsACopy() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    Trainer.of(recipe(ADAM)).withListener(keeper(checkpoints)).fit(network(1), TRAINING);
    float early = checkpoints.get(0).optimizer().get(0)[0];
    float late = checkpoints.get(5).optimizer().get(0)[0];
    assertTrue(early != late);
    assertTrue(
        checkpoints.get(0).now().parameters()[0] != checkpoints.get(5).now().parameters()[0]);
  }

  @Test
  void theStateOfAnotherOptimizerIsRefused() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    Trainer.of(recipe(new SampleSgd(0.1)))
        .withListener(keeper(checkpoints))
        .fit(network(1), TRAINING);
    Recipe recipe = recipe(new SampleMomentum());
    assertEquals(
        "The checkpoint holds the state of another optimizer: arrays of [] numbers, this one needs [42]. Go on with the optimizer that it was saved with.",
        refusal(recipe, network(2), checkpoints.get(0)));
  }

  /** What is said about a checkpoint that does not fit; the network stays as it is. */
  private static String refusal(Recipe recipe, Network network, Checkpoint from) {
    Weights before = Weights.of(network);
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Trainer.of(recipe).fit(network, TRAINING, null, from));
    assertArrayEquals(before.parameters(), network.parameters());
    assertArrayEquals(before.statistics(), network.statistics());
    return e.getMessage();
  }

  @Test
  void theWeightsOfAnotherNetworkAreRefused() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    Trainer.of(recipe(ADAM)).withListener(keeper(checkpoints)).fit(network(1), TRAINING);
    Network other = Network.builder(PLUGINS, 3).layers("2").build(1);
    Checkpoint saved = checkpoints.get(0);
    assertEquals(
        "The network has 8 parameters, the saved weights have 42.",
        refusal(recipe(ADAM), other, saved));
    Checkpoint mixed =
        new Checkpoint(1, 4, saved.now(), Weights.of(other), 0, 1, saved.optimizer());
    assertEquals(
        "The network has 42 parameters, the saved weights have 8.",
        refusal(recipe(ADAM), network(2), mixed));
  }

  private static Network network(long seed) {
    return Network.builder(PLUGINS, 3).layers("5 tanh, batch-norm, dropout(0.3), 2").build(seed);
  }

  private static Recipe recipe(Optimizer optimizer) {
    return Recipe.of(new SampleMse(), optimizer, new SampleConstant(0.5))
        .withEpochs(6)
        .withBatchSize(16);
  }

  private static Model model(Network network) {
    Preparation preparation =
        new Preparation(List.of(new Pixels(3, 1)), List.of(), new NumberTarget("y", 0, 1));
    return new Model(network, preparation, PLUGINS.loss("mse"), ImmutableMap.of());
  }

  private static TrainingListener keeper(List<Checkpoint> checkpoints) {
    return new TrainingListener() {
      @Override
      public void epoch(EpochReport report, Progress progress, Supplier<Checkpoint> checkpoint) {
        checkpoints.add(checkpoint.get());
      }
    };
  }
}
