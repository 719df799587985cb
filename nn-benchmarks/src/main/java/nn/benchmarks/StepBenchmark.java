package nn.benchmarks;

import java.util.concurrent.TimeUnit;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.train.ClassWeights;
import nn.core.train.Learner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole training step of width-width-width-10, relu, cross-entropy, adam: how its cost grows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "-XX:+UseSerialGC",
      "-XX:+UseCountedLoopSafepoints",
      "-XX:LoopStripMiningIter=1000"
    })
public class StepBenchmark {
  /** Which back end. */
  @Param("simd")
  public String arithmetic = "simd";

  /** Threads that share the work. */
  @Param({"1", "2"})
  public int threads = 1;

  /** Units of a layer. */
  @Param({"64", "128", "256", "512", "1024"})
  public int width = 64;

  /** Rows of a batch. */
  @Param({"16", "32", "64", "128", "256"})
  public int batch = 32;

  private final Plugins plugins = Plugins.discover();
  private Learner learner = learner(1);
  private Learner.Batch rows = learner.batch(1);
  private long step;

  private Learner learner(int width) {
    String layers = "%d relu, %d relu, 10 softmax".formatted(width, width);
    Network network = Network.builder(plugins, width).layers(layers).build(1);
    Crew crew = new Crew(BackEnd.named(arithmetic), threads);
    return new Learner(
        network,
        plugins.loss("cross-entropy"),
        ClassWeights.EQUAL,
        plugins.optimizer("adam"),
        crew);
  }

  /** Makes network and batch. */
  @Setup
  public void make() {
    learner = learner(width);
    rows = learner.batch(batch);
    float[] inputs = BackEnd.random(batch, width).data();
    System.arraycopy(inputs, 0, rows.inputs().data(), 0, inputs.length);
    for (int r = 0; r < batch; r++) {
      rows.targets().data()[r] = r % 10;
    }
  }

  /** Guess, measure the error, assign the blame, adjust. */
  @Benchmark
  public double step() {
    learner.step(rows, ++step, step, 1);
    return rows.loss();
  }
}
