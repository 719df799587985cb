package nn.tck;

import java.util.Optional;
import nn.api.Activation;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Link;
import nn.api.Named;
import nn.api.Param;
import nn.api.ParametricActivation;
import nn.api.Range;
import nn.api.Reads;
import nn.api.RowActivation;

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
      new Same(), new Prelu(), new Softmax(), new GoodBatches.Maxout(), new GoodBatches.Noisy(),
          new StraightThrough()
    };
  }
}
