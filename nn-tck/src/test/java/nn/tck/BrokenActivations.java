package nn.tck;

import java.util.Optional;
import nn.api.BatchActivation;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Link;
import nn.api.Named;
import nn.api.Range;
import nn.api.Reads;
import nn.api.Rows;
import nn.tck.GoodActivations.Leak;
import nn.tck.GoodActivations.Learned;
import nn.tck.GoodActivations.Probabilities;
import nn.tck.GoodActivations.Silu;
import nn.tck.GoodBatches.Noise;

/** Activations that break one rule each. */
final class BrokenActivations {
  private BrokenActivations() {}

  /** A leak of 0.2. */
  interface Fifth extends Leak {
    @Override
    default double slope() {
      return 0.2;
    }
  }

  /** half the slope below 0. */
  @Named(summary = "Wrong slope.")
  public record WrongSlope() implements Fifth {
    @Override
    public double derivative(double x) {
      return x > 0 ? 1 : 0.1;
    }
  }

  /** ln(1 + e^x) as it stands in the book. */
  @Named(summary = "Overflows.")
  public record Overflowing() implements ElementwiseActivation {
    @Override
    public double value(double x) {
      return StrictMath.log(1 + StrictMath.exp(x));
    }

    @Override
    public double derivative(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  }

  /** no limit at minus infinity. */
  @Named(summary = "Bare formula.")
  public record Bare() implements Silu {
    @Override
    public double value(double x) {
      return x / (1 + StrictMath.exp(-x));
    }
  }

  /** infinity times 0 for a large number. */
  @Named(summary = "Not a number.")
  public record NotANumber() implements Silu {
    @Override
    public double derivative(double x) {
      double e = StrictMath.exp(-x);
      return 1 / (1 + e) + x * e / (1 + e) / (1 + e);
    }
  }

  /** a naive softmax. */
  @Named(summary = "Naive.")
  public record NaiveSoftmax() implements Probabilities {
    @Override
    public void forwardRow(float[] x, float[] y, int at, int width) {
      double sum = 0;
      for (int i = at; i < at + width; i++) {
        sum += StrictMath.exp(x[i]);
      }
      for (int i = at; i < at + width; i++) {
        y[i] = (float) (StrictMath.exp(x[i]) / sum);
      }
    }
  }

  /** hides a run that went wrong. */
  @Named(summary = "Hides NaN.")
  public record Hiding() implements Fifth {
    @Override
    public double value(double x) {
      return x > 0 ? x : x < 0 ? 0.2 * x : 0;
    }
  }

  /** a rough array method. */
  @Named(summary = "Rough.")
  public record Rough() implements Silu {
    @Override
    public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
      for (int i = from; i < to; i++) {
        y[i] = (float) value(x[i]) + 1e-5f;
      }
    }
  }

  /** another slope in the array method. */
  @Named(summary = "Rough backward.")
  public record RoughBackward() implements Silu {
    @Override
    public void backward(
        float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
      for (int i = from; i < to; i++) {
        dx[i] = (float) (dy[i] * derivative(x[i])) * 1.0001f;
      }
    }
  }

  /** writes back to its input. */
  @Named(summary = "Overwrites x.")
  public record Overwriting() implements Silu {
    @Override
    public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
      Silu.super.forward(x, y, from, to, kernels);
      if (to > from) {
        x[from] = x[from] / 2 + 1;
      }
    }
  }

  /** A-04 and more: one number too many. */
  @Named(summary = "Too far.")
  public record TooFar() implements Silu {
    @Override
    public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
      Silu.super.forward(x, y, from, Math.min(to + 1, y.length), kernels);
    }
  }

  /** says that the output is enough. */
  @Named(summary = "Reads x.")
  public record Peeking() implements Silu {
    @Override
    public Reads reads() {
      return Reads.OUTPUT;
    }
  }

  /** needs dy after it has written dx. */
  @Named(summary = "Needs dy twice.")
  public record Twice() implements Probabilities {
    @Override
    public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
      for (int i = at; i < at + width; i++) {
        double mean = 0;
        for (int k = at; k < at + width; k++) {
          mean += (double) y[k] * dy[k];
        }
        dx[i] = (float) (y[i] * (dy[i] - mean));
      }
    }
  }

  /** the sign of the learned number's gradient. */
  @Named(summary = "Learns backwards.")
  public record Backwards() implements Learned {
    @Override
    public double parameterDerivative(double x, double a) {
      return -Math.min(x, 0);
    }
  }

  /** forgets what other rows said. */
  @Named(summary = "Forgets.")
  public record Forgetting() implements Learned {
    @Override
    public void backward(
        Rows x, Rows dy, Rows dx, Rows a, Rows da, int from, int to, Kernels kernels) {
      for (int j = from; j < to; j++) {
        da.data()[da.offset() + j] = 0;
      }
      Learned.super.backward(x, dy, dx, a, da, from, to, kernels);
    }
  }

  /** each output by itself. */
  @Named(summary = "Diagonal.")
  public record Diagonal() implements Probabilities {
    @Override
    public void backwardRow(float[] x, float[] y, float[] dy, float[] dx, int at, int width) {
      for (int i = at; i < at + width; i++) {
        dx[i] = y[i] * (1 - y[i]) * dy[i];
      }
    }
  }

  /** half the gradient of the learned numbers. */
  @Named(summary = "Half.")
  public record Half() implements Noise {
    @Override
    public float share() {
      return 0.5f;
    }
  }

  /** not the identity. */
  @Named(summary = "Pretends.")
  public record Pretending() implements Fifth {
    @Override
    public Optional<Link> link() {
      return Optional.of(Link.IDENTITY);
    }
  }

  /** the chance of a row depends on its place in the batch. */
  @Named(summary = "Batchwise.")
  public record Batchwise() implements Noise {
    @Override
    public long row(long firstRow, int r) {
      return r;
    }
  }

  /** does not say where the slope jumps. */
  @Named(summary = "Hidden kink.")
  public record HiddenKink() implements Fifth {
    @Override
    public double[] kinks() {
      return new double[0];
    }
  }

  /** more than it promises. */
  @Named(summary = "Boasts.")
  public record Boasting() implements Fifth {
    @Override
    public Range range() {
      return Range.UNIT;
    }
  }

  /** does not add up to 1. */
  @Named(summary = "Too much.")
  public record TooMuch() implements Silu {
    @Override
    public Range range() {
      return Range.LOG_SIMPLEX;
    }

    @Override
    public double value(double x) {
      return -Silu.super.value(x) * Silu.super.value(x);
    }

    @Override
    public double derivative(double x) {
      return -2 * Silu.super.value(x) * Silu.super.derivative(x);
    }
  }

  /** another formula for many rows. */
  @Named(summary = "Two formulas.")
  public record TwoFormulas() implements Probabilities {
    @Override
    public void forward(Rows x, Rows y, int from, int to, Kernels kernels) {
      Probabilities.super.forward(x, y, from, to, kernels);
      for (int i = y.at(from); i < y.at(to); i++) {
        y.data()[i] += 1e-5f;
      }
    }
  }

  /** Every rule that asks for widths: accepts none. */
  @Named(summary = "Picky.")
  public record Picky() implements BatchActivation {
    @Override
    public int outputWidth(int inputWidth) {
      throw new IllegalArgumentException("no");
    }

    @Override
    public void forward(
        Rows x, Rows y, Rows a, boolean training, long seed, long firstRow, Kernels kernels) {}

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
        Kernels kernels) {}
  }
}
