package nn.benchmarks;

import java.util.concurrent.TimeUnit;
import nn.api.Kernels;
import nn.api.Rows;
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

/** The three products of a dense layer, on one thread; sizes are rows x inputs x outputs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "-XX:+UseSerialGC",
      "-XX:+UseCountedLoopSafepoints",
      "-XX:LoopStripMiningIter=1000"
    })
public class ProductsBenchmark {
  /** Which back end. */
  @Param({"plain", "simd"})
  public String arithmetic = "plain";

  /** Rows x inputs x outputs. */
  @Param({"1x512x512", "32x64x64", "128x512x10", "128x512x512", "256x2048x2048"})
  public String size = "";

  private Kernels kernels = BackEnd.kernels("plain");
  private Rows x = Rows.zeros(0, 0);
  private Rows w = x;
  private Rows b = x;
  private Rows z = x;
  private Rows dx = x;
  private Rows dw = x;

  /** Makes the numbers. */
  @Setup
  public void make() {
    String[] parts = size.split("x", -1);
    int rows = Integer.parseInt(parts[0]);
    int inputs = Integer.parseInt(parts[1]);
    int outputs = Integer.parseInt(parts[2]);
    kernels = BackEnd.kernels(arithmetic);
    x = BackEnd.random(rows, inputs);
    w = BackEnd.random(inputs, outputs);
    b = BackEnd.random(1, outputs);
    z = BackEnd.random(rows, outputs);
    dx = Rows.zeros(rows, inputs);
    dw = Rows.zeros(inputs, outputs);
  }

  /** z = x w + b. */
  @Benchmark
  public float[] forward() {
    kernels.forward(x, w, b, z, 0, z.count());
    return z.data();
  }

  /** dx = dz wT. */
  @Benchmark
  public float[] inputGradient() {
    kernels.inputGradient(z, w, dx, 0, dx.width());
    return dx.data();
  }

  /** dw += xT dz. */
  @Benchmark
  public float[] weightGradient() {
    kernels.weightGradient(x, z, dw, 0, dw.count());
    return dw.data();
  }
}
