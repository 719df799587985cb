package nn.benchmarks;

import java.util.concurrent.TimeUnit;
import nn.api.Kernels;
import nn.api.Rows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The elementwise functions, per number. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FunctionsBenchmark.SIZE)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class FunctionsBenchmark {
  static final int SIZE = 2048;

  /** Which back end. */
  @Param({"plain", "simd"})
  public String arithmetic = "plain";

  private Kernels kernels = BackEnd.kernels("plain");
  private final Rows x = BackEnd.random(1, SIZE);
  private final float[] y = new float[SIZE];

  /** Opens the back end. */
  @Setup
  public void make() {
    kernels = BackEnd.kernels(arithmetic);
  }

  /** e^x. */
  @Benchmark
  public float[] exp() {
    kernels.exp(x.data(), 0, y, 0, SIZE);
    return y;
  }

  /** tanh x. */
  @Benchmark
  public float[] tanh() {
    kernels.tanh(x.data(), 0, y, 0, SIZE);
    return y;
  }

  /** 1 / (1 + e^-x). */
  @Benchmark
  public float[] sigmoid() {
    kernels.sigmoid(x.data(), 0, y, 0, SIZE);
    return y;
  }

  /** The error function. */
  @Benchmark
  public float[] erf() {
    kernels.erf(x.data(), 0, y, 0, SIZE);
    return y;
  }
}
