package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Rows;
import nn.core.data.Batches;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.kernel.SharedWork;
import nn.core.network.Network;
import nn.core.network.NetworkBuilder;
import nn.core.network.Predictor;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleBlockSgd;
import nn.core.sample.SampleConstant;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMomentum;
import nn.core.sample.SampleMse;
import nn.core.sample.SampleSgd;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts the bytes that the thread of the test and the workers allocate. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Plugins PLUGINS = Plugins.discover();

  private static final int ROWS = 40;
  private static final int UNITS = 24;
  private static final int INPUTS = 16;
  private static final int WARM_UP = 100;
  private static final int TIMES = 200;

  /** The runtime itself allocates now and then, when it compiles. */
  private static final int ATTEMPTS = 200;

  /** Bytes that the work allocates when it is done many times, least of a few attempts. */
  private static long allocated(Runnable work) {
    repeat(WARM_UP, work);
    long[] threads = crew();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && least != 0; i++) {
      long before = bytes(threads);
      repeat(TIMES, work);
      least = Math.min(least, bytes(threads) - before);
    }
    return least;
  }

  /** The calling thread and the workers; what else runs has its own business. */
  private static long[] crew() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t == Thread.currentThread() || t.getName().startsWith("nn-"))
        .mapToLong(Thread::getId)
        .toArray();
  }

  private static void repeat(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  private static long bytes(long[] threads) {
    long sum = 0;
    for (long thread : threads) {
      sum += Math.max(0, THREADS.getThreadAllocatedBytes(thread));
    }
    return sum;
  }

  private static Named<UnaryOperator<NetworkBuilder>> layers(
      String name, UnaryOperator<NetworkBuilder> layers) {
    return Named.of(name, layers);
  }

  static Stream<Named<UnaryOperator<NetworkBuilder>>> layers() {
    return Stream.of(
        layers("dense", n -> n.dense(UNITS, "identity")),
        layers("elementwise", n -> n.dense(UNITS, "relu")),
        layers("elementwise of the output", n -> n.dense(UNITS, "tanh")),
        layers("parametric", n -> n.dense(UNITS, "prelu")),
        layers("row", n -> n.dense(UNITS, "softmax")),
        layers("batch", n -> n.dense(2 * UNITS, "glu")),
        layers("batch-norm", n -> n.dense(UNITS, "identity").batchNorm()),
        layers("layer-norm", n -> n.dense(UNITS, "identity").layerNorm()),
        layers("dropout", n -> n.dense(UNITS, "identity").dropout(0.3)));
  }

  static Stream<Arguments> stages() {
    return layers()
        .flatMap(layers -> Stream.of(1, 2).map(threads -> Arguments.of(layers, threads)));
  }

  @ParameterizedTest(name = "{0}, {1} threads")
  @MethodSource("stages")
  void aStepAllocatesNothingWhateverTheStages(UnaryOperator<NetworkBuilder> layers, int threads) {
    Network network = network(layers, "identity");
    assertEquals(0, ofSteps(network, new SampleMse(), new SampleSgd(), threads));
  }

  @Test
  void theThreadsShareWhateverCanBeShared() {
    SharedWork work = new SharedWork();
    try (Crew crew = new Crew(work.witnessed(), 2)) {
      for (Named<UnaryOperator<NetworkBuilder>> layers : layers().toList()) {
        Network network = network(layers.getPayload(), "identity");
        step(network, new SampleMse(), new SampleSgd(), crew).run();
      }
    }
    assertEquals(SharedStages.ALL, work.callers());
  }

  @ParameterizedTest
  @MethodSource("threads")
  void aStepOfAFusedLossAllocatesNothing(int threads) {
    Network network = network(n -> n.dense(UNITS, "relu"), "softmax");
    assertEquals(0, ofSteps(network, new SampleCrossEntropy(), new SampleSgd(), threads));
  }

  static Stream<Integer> threads() {
    return Stream.of(1, 2);
  }

  static Stream<Arguments> optimizers() {
    return Stream.of(
            new SampleMomentum(), new SampleAdam(), new SampleBlockSgd(0.01, new SampleAdam()))
        .flatMap(optimizer -> Stream.of(1, 2).map(threads -> Arguments.of(optimizer, threads)));
  }

  @ParameterizedTest(name = "{0}, {1} threads")
  @MethodSource("optimizers")
  void aStepAllocatesNothingWhateverTheOptimizer(Optimizer optimizer, int threads) {
    Network network = network(n -> n.dense(UNITS, "relu"), "identity");
    assertEquals(0, ofSteps(network, new SampleMse(), optimizer, threads));
  }

  private static Network network(UnaryOperator<NetworkBuilder> layers, String output) {
    return layers.apply(Network.builder(PLUGINS, INPUTS)).dense(3, output).build(1);
  }

  private static long ofSteps(Network network, Loss loss, Optimizer optimizer, int threads) {
    try (Crew crew = new Crew(SharedWork.plain(), threads)) {
      return allocated(step(network, loss, optimizer, crew));
    }
  }

  private static Runnable step(Network network, Loss loss, Optimizer optimizer, Crew crew) {
    Learner learner = new Learner(network, loss, ClassWeights.EQUAL, optimizer, crew);
    Learner.Batch batch = learner.batch(ROWS);
    Batches batches = new Batches(RandomData.classes(2 * ROWS, INPUTS, 3, 1), ROWS, 1);
    batches.gather(0, batch.inputs(), batch.targets());
    AtomicLong step = new AtomicLong();
    return () -> learner.step(batch, step.incrementAndGet(), step.get(), 1);
  }

  /** The least that so many steps of a training allocated between them. */
  private static final class Meter implements TrainingListener {
    private final long[] threads = crew();
    private long before;
    private long least = Long.MAX_VALUE;

    @Override
    public void step(Progress progress) {
      if (progress.step() % TIMES == 0) {
        long now = bytes(threads);
        least = Math.min(least, now - before);
        before = now;
      }
    }
  }

  @Test
  void theStepsOfATrainingAllocateNothing() {
    Network network = network(n -> n.dense(4, "relu").dropout(0.3), "identity");
    Recipe recipe =
        Recipe.of(new SampleMse(), new SampleMomentum(), new SampleConstant()).withEpochs(1);
    Meter meter = new Meter();
    Trainer.of(recipe.withBatchSize(2))
        .on(Arithmetic.plain(), 1)
        .withListener(meter)
        .fit(network, RandomData.numbers(8 * TIMES, INPUTS, 3, 1));
    assertEquals(0, meter.least);
  }

  @Test
  void takingABatchAllocatesNothing() {
    Batches batches = new Batches(RandomData.classes(2 * ROWS, INPUTS, 3, 1), ROWS, 1);
    Rows features = Rows.zeros(ROWS, INPUTS);
    Rows targets = Rows.zeros(ROWS, 3);
    assertEquals(0, allocated(() -> batches.gather(1, features, targets)));
  }

  @Test
  void predictingARowAllocatesNothing() {
    Network network = network(n -> n.dense(UNITS, "prelu").batchNorm(), "softmax");
    Predictor predictor = new Predictor(network, Arithmetic.plain());
    float[] row = new float[INPUTS];
    float[] result = new float[3];
    assertEquals(0, allocated(() -> predictor.predict(row, result)));
  }

  @Test
  void whatIsAllocatedIsCounted() {
    List<Object> kept = Arrays.asList(new Object[1]);
    assertTrue(allocated(() -> kept.set(0, new float[2])) >= 16 * TIMES);
  }
}
