package nn.tck;

import java.util.Optional;
import nn.api.Activation;
import nn.api.BatchActivation;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Link;
import nn.api.Named;
import nn.api.Param;
import nn.api.ParametricActivation;
import nn.api.Range;
import nn.api.Reads;
import nn.api.RowActivation;
import nn.api.Rows;
import nn.core.random.SplitMix64;

/** Activations of every form that keep every rule. */
final class GoodActivations {
  private GoodActivations() {}

  /** x sigmoid(x), with its limit at minus infinity. */
  interface Silu extends ElementwiseActivation {
    @Override
    default double value(double x) {
      return x < -800 ? 0 : x / (1 + StrictMath.exp(-x));
    }

    @Override
    default double derivative(double x) {
      double s = 1 / (1 + StrictMath.exp(-x));
      return s + (s == 0 ? 0 : x * s * (1 - s));
    }
  }

  /** Smooth, without parameters. */
  @Named(summary = "Smooth.", formula = "x sigmoid(x)")
  public record Smooth() implements Silu {}

  /** A kink, two kinds of parameter, arrays of its own. */
  interface Leak extends ElementwiseActivation {
    double slope();

    @Override
    default double value(double x) {
      return x > 0 ? x : slope() * x;
    }

    @Override
    default double derivative(double x) {
      return x > 0 ? 1 : slope();
    }

    @Override
    default double[] kinks() {
      return new double[] {0};
    }
  }

  /** Leaky rectifier. */
  @Named(aliases = "leak", summary = "Leaks.")
  public record Leaky(
      @Param(min = 0, max = 1, help = "slope below 0") double slope,
      @Param(help = "nothing") boolean unused)
      implements Leak {
    /** The usual slope. */
    public Leaky() {
      this(0.01, false);
    }
  }

  /** Reads its output, may run in place, has link and range. */
  @Named(summary = "Logistic.")
  public record Logistic() implements ElementwiseActivation {
    @Override
    public Optional<Link> link() {
      return Optional.of(Link.LOGISTIC);
    }

    @Override
    public Range range() {
      return Range.UNIT;
    }

    @Override
    public Reads reads() {
      return Reads.OUTPUT;
    }

    @Override
    public double value(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }

    @Override
    public double derivative(double x) {
      return value(x) * value(-x);
    }

    @Override
    public void backward(
        float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
      for (int i = from; i < to; i++) {
        dx[i] = dy[i] * y[i] * (1 - y[i]);
      }
    }
  }

  /** No limit at infinity. */
  @Named(summary = "Waves.")
  public record Sine(@Param(min = 0.1, max = 50, log = true, help = "frequency") double omega)
      implements ElementwiseActivation {
    /** Frequency 1. */
    public Sine() {
      this(1);
    }

    @Override
    public double value(double x) {
      return StrictMath.sin(omega * x);
    }

    @Override
    public double derivative(double x) {
      return omega * StrictMath.cos(omega * x);
    }
  }

  /** x + sin(x)^2: climbs for ever, but its slope does not settle. */
  @Named(summary = "Climbs in waves.")
  public record Snake() implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return x + StrictMath.sin(x) * StrictMath.sin(x);
    }

    @Override
    public double derivative(double x) {
      return 1 + StrictMath.sin(2 * x);
    }
  }

  /** Overflows because it has to. */
  @Named(summary = "Explodes.")
  public record Exponential() implements ElementwiseActivation {
    @Override
    public Optional<Link> link() {
      return Optional.of(Link.EXP);
    }

    @Override
    public Range range() {
      return Range.POSITIVE;
    }

    @Override
    public double value(double x) {
      return StrictMath.exp(x);
    }

    @Override
    public double derivative(double x) {
      return StrictMath.exp(x);
    }
  }

  /** The identity, which any array may hold. */
  @Named(value = "identity", summary = "Nothing.")
  public record Same() implements ElementwiseActivation {
    @Override
    public Optional<Link> link() {
      return Optional.of(Link.IDENTITY);
    }

    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double derivative(double x) {
      return 1;
    }
  }

  /** x or a x. */
  interface Learned extends ParametricActivation {
    @Override
    default double value(double x, double a) {
      return x > 0 ? x : a * x;
    }

    @Override
    default double derivative(double x, double a) {
      return x > 0 ? 1 : a;
    }

    @Override
    default double parameterDerivative(double x, double a) {
      return Math.min(x, 0);
    }

    @Override
    default double initialParameter() {
      return 0.25;
    }

    @Override
    default double[] kinks() {
      return new double[] {0};
    }
  }

  /** A learned slope for each unit or for all. */
  @Named(summary = "Learns a slope.")
  public record Prelu(@Param(help = "one slope for all") boolean shared) implements Learned {
    /** One slope per unit. */
    public Prelu() {
      this(false);
    }
  }

  /** e^x_j / sum e^x_k. */
  interface Probabilities extends RowActivation {
    @Override
    default Reads reads() {
      return Reads.OUTPUT;
    }

    @Override
    default void forwardRow(float[] x, float[] y, int at, int width) {
      double most = Double.NEGATIVE_INFINITY;
      for (int i = at; i < at + width; i++) {
        most = Math.max(most, x[i]);
      }
      double sum = 0;
      for (int i = at; i < at + width; i++) {
        sum += StrictMath.exp(x[i] - most);
      }
      for (int i = at; i < at + width; i++) {
        y[i] = (float) (StrictMath.exp(x[i] - most) / sum);
      }
    }

    @Override
    default void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
      double mean = 0;
      for (int i = at; i < at + width; i++) {
        mean += (double) y[i] * dy[i];
      }
      for (int i = at; i < at + width; i++) {
        dx[i] = (float) (y[i] * (dy[i] - mean));
      }
    }
  }

  /** The whole row at once. */
  @Named(summary = "Probabilities.")
  public record Softmax() implements Probabilities {
    @Override
    public Optional<Link> link() {
      return Optional.of(Link.SOFTMAX);
    }

    @Override
    public Range range() {
      return Range.SIMPLEX;
    }
  }

  /** max(a, b) of two halves: half the width, kinks that nobody can declare. */
  @Named(summary = "The larger half.")
  public record Maxout() implements BatchActivation {
    @Override
    public int outputWidth(int inputWidth) {
      if (inputWidth % 2 != 0) {
        throw new IllegalArgumentException("maxout needs an even number, got " + inputWidth);
      }
      return inputWidth / 2;
    }

    @Override
    public void forward(
        Rows x, Rows y, Rows a, boolean training, long seed, long firstRow, Kernels kernels) {
      for (int r = 0; r < x.count(); r++) {
        for (int j = 0; j < y.width(); j++) {
          y.data()[y.at(r) + j] = Math.max(x.get(r, j), x.get(r, j + y.width()));
        }
      }
    }

    @Override
    public void backward(
        Rows x,
        Rows y,
        Rows dy,
        Rows dx,
        Rows a,
        Rows da,
        boolean training,
        long seed,
        long firstRow,
        Kernels kernels) {
      int n = dy.width();
      for (int r = 0; r < x.count(); r++) {
        for (int j = 0; j < n; j++) {
          boolean first = x.get(r, j) > x.get(r, j + n);
          dx.data()[dx.at(r) + j] = first ? dy.get(r, j) : 0;
          dx.data()[dx.at(r) + j + n] = first ? 0 : dy.get(r, j);
        }
      }
    }
  }

  /** y_j = a_j noise_r x_j: learned numbers and chance. */
  interface Noise extends BatchActivation {
    /** Which row's chance it is. */
    default long row(long firstRow, int r) {
      return firstRow + r;
    }

    /** The factor on the learned number's gradient that is right. */
    default float share() {
      return 1;
    }

    @Override
    default int parameterCount(int inputWidth) {
      return inputWidth;
    }

    @Override
    default void initialParameters(
        int inputWidth, Rows parameters, java.util.random.RandomGenerator random) {
      java.util.Arrays.fill(parameters.data(), 1.5f);
    }

    /** Uniform in [0.5, 1.5) in training, else 1. */
    default float noise(boolean training, long seed, long row) {
      return training ? (float) (0.5 + SplitMix64.uniform(seed, row)) : 1;
    }

    @Override
    default void forward(
        Rows x, Rows y, Rows a, boolean training, long seed, long firstRow, Kernels kernels) {
      for (int r = 0; r < x.count(); r++) {
        float noise = noise(training, seed, row(firstRow, r));
        for (int j = 0; j < x.width(); j++) {
          y.data()[y.at(r) + j] = a.get(0, j) * noise * x.get(r, j);
        }
      }
    }

    @Override
    default void backward(
        Rows x,
        Rows y,
        Rows dy,
        Rows dx,
        Rows a,
        Rows da,
        boolean training,
        long seed,
        long firstRow,
        Kernels kernels) {
      for (int r = 0; r < x.count(); r++) {
        float noise = noise(training, seed, row(firstRow, r));
        for (int j = 0; j < x.width(); j++) {
          dx.data()[dx.at(r) + j] = dy.get(r, j) * a.get(0, j) * noise;
          da.data()[da.offset() + j] += share() * dy.get(r, j) * noise * x.get(r, j);
        }
      }
    }
  }

  /** Learned numbers and chance, as they should be. */
  @Named(summary = "Noisy.")
  public record Noisy() implements Noise {}

  /** 0 or 1 forward, the slope of the identity backward. */
  @Named(summary = "A step.")
  public record StraightThrough() implements RowActivation {
    @Override
    public void forwardRow(float[] x, float[] y, int at, int width) {
      for (int i = at; i < at + width; i++) {
        y[i] = Math.min(1, Math.max(0, x[i] * Float.MAX_VALUE)); // NaN stays
      }
    }

    @Override
    public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
      System.arraycopy(dy, at, dx, at, width);
    }
  }

  static Activation[] all() {
    return new Activation[] {
      new Smooth(), new Leaky(), new Logistic(), new Sine(), new Snake(), new Exponential(),
      new Same(), new Prelu(), new Softmax(), new Maxout(), new Noisy(), new StraightThrough()
    };
  }
}
