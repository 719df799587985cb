package nn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nn.api.Activation;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Plugin;
import nn.api.Range;
import nn.api.Rows;
import nn.api.Schedule;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;
import nn.core.train.ClassWeights;
import nn.core.train.Learner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plugin of the program at work, once the runtime has compiled it. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Plugins PLUGINS = Plugins.discover();
  private static final int ROWS = 4;
  private static final int INPUTS = 3;
  private static final int WARM_UP = 2000;
  private static final int TIMES = 100;

  /** The runtime compiles in the background, and objects vanish from code when it has. */
  private static final int ATTEMPTS = 200;

  /**
   * Muon looks at every matrix through four views. The others call StrictMath's pow, sin or cos,
   * which make small arrays on one runtime or another.
   */
  private static final Set<String> KNOWN =
      Set.of(
          "muon",
          "sine",
          "snake",
          "cosine",
          "cosine-restarts",
          "exponential",
          "one-cycle",
          "product",
          "sequence");

  private static long allocated(Runnable work) {
    repeat(WARM_UP, work);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && least != 0; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      repeat(TIMES, work);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static void repeat(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  private static <P extends Plugin> Stream<String> names(Class<P> kind) {
    return PLUGINS.all(kind).stream().map(PluginInfo::name).filter(name -> !KNOWN.contains(name));
  }

  static Stream<String> activations() {
    return names(Activation.class);
  }

  static Stream<String> losses() {
    return names(Loss.class);
  }

  static Stream<String> optimizers() {
    return names(Optimizer.class);
  }

  static Stream<String> schedules() {
    return names(Schedule.class);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void aStepThroughAnActivationAllocatesNothing(String activation) {
    Network network =
        Network.builder(PLUGINS, INPUTS).dense(8, activation).dense(2, "identity").build(1);
    assertEquals(0, ofSteps(network, PLUGINS.loss("mse"), PLUGINS.optimizer("sgd")), activation);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aStepDownALossAllocatesNothing(String name) {
    Loss loss = PLUGINS.loss(name);
    Network network =
        Network.builder(PLUGINS, INPUTS).dense(loss.predictionWidth(4), loss.output()).build(1);
    assertEquals(0, ofSteps(network, loss, PLUGINS.optimizer("sgd")), name);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aStepOfAnOptimizerAllocatesNothing(String optimizer) {
    Network network =
        Network.builder(PLUGINS, INPUTS).dense(8, "relu").dense(2, "identity").build(1);
    assertEquals(0, ofSteps(network, PLUGINS.loss("mse"), PLUGINS.optimizer(optimizer)), optimizer);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void aScheduleAllocatesNothing(String name) {
    Schedule schedule = PLUGINS.schedule(name);
    AtomicLong step = new AtomicLong();
    assertEquals(0, allocated(() -> schedule.factor(step.incrementAndGet(), 100_000)), name);
  }

  private static long ofSteps(Network network, Loss loss, Optimizer optimizer) {
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      Learner learner = new Learner(network, loss, ClassWeights.EQUAL, optimizer, crew);
      Learner.Batch batch = learner.batch(ROWS);
      SplitMix64 random = new SplitMix64(1);
      float[] inputs = batch.inputs().data();
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = (float) random.nextGaussian();
      }
      fill(batch.targets(), loss.targetDomain());
      AtomicLong step = new AtomicLong();
      return allocated(() -> learner.step(batch, step.incrementAndGet(), step.get(), 0.001));
    }
  }

  /** The first class for whole distributions, else ones, which every other loss understands. */
  private static void fill(Rows targets, Range domain) {
    boolean whole = domain == Range.SIMPLEX || domain == Range.LOG_SIMPLEX;
    Arrays.fill(targets.data(), whole ? 0 : 1);
    for (int r = 0; r < targets.count(); r++) {
      targets.data()[targets.at(r)] = 1;
    }
  }
}
