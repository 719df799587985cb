package nn.tck;

import nn.api.ElementwiseLoss;
import nn.api.FusedLoss;
import nn.api.Link;
import nn.api.Loss;
import nn.api.Named;
import nn.api.Param;
import nn.api.Range;
import nn.api.RowLoss;

/** Losses of every form that keep every rule. */
final class GoodLosses {
  private GoodLosses() {}

  /** (p - t)^2. */
  interface Squared extends ElementwiseLoss {
    @Override
    default double value(double prediction, double target) {
      return (prediction - target) * (prediction - target);
    }

    @Override
    default double derivative(double prediction, double target) {
      return 2 * (prediction - target);
    }
  }

  /** Smooth and symmetric. */
  @Named(summary = "Squares.")
  public record Mse() implements Squared {}

  /** A kink that depends on the target. */
  @Named(summary = "Absolute.")
  public record Mae() implements ElementwiseLoss {
    @Override
    public double value(double prediction, double target) {
      return Math.abs(prediction - target);
    }

    @Override
    public double derivative(double prediction, double target) {
      return Math.signum(prediction - target);
    }

    @Override
    public double[] kinks(double target) {
      return new double[] {target};
    }
  }

  /** Yes or no, fused. */
  interface YesNo extends ElementwiseLoss, FusedLoss {
    @Override
    default Range domain() {
      return Range.UNIT;
    }

    @Override
    default String output() {
      return "logistic";
    }

    @Override
    default Link link() {
      return Link.LOGISTIC;
    }

    @Override
    default double value(double p, double t) {
      return -t * Math.max(-100, StrictMath.log(p))
          - (1 - t) * Math.max(-100, StrictMath.log1p(-p));
    }

    @Override
    default double derivative(double p, double t) {
      return (p - t) / Math.max(1e-12, p * (1 - p));
    }

    /** max(z, 0) - z t + ln(1 + e^-|z|). */
    default double fusedValue(double z, double t) {
      return Math.max(z, 0) - z * t + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }

    /** sigmoid(z) - t. */
    default double fusedDerivative(double z, double t) {
      return 1 / (1 + StrictMath.exp(-z)) - t;
    }

    @Override
    default double fusedRow(
        float[] z, int at, int width, float[] target, int targetAt, float[] gradient) {
      double sum = 0;
      for (int j = 0; j < width; j++) {
        sum += fusedValue(z[at + j], target[targetAt + j]);
        if (gradient != null) {
          gradient[at + j] = (float) (fusedDerivative(z[at + j], target[targetAt + j]) / width);
        }
      }
      return sum / width;
    }
  }

  /** As it should be. */
  @Named(summary = "Yes or no.")
  public record Bce() implements YesNo {}

  /** Classes by number. */
  @Named(summary = "One class of many.")
  public record CrossEntropy() implements RowLoss, FusedLoss {
    @Override
    public int targetWidth(int predictionWidth) {
      return 1;
    }

    @Override
    public Range domain() {
      return Range.SIMPLEX;
    }

    @Override
    public String output() {
      return "softmax";
    }

    @Override
    public double row(
        float[] p, int at, int width, float[] target, int targetAt, float[] gradient) {
      int chosen = chosen(target[targetAt], width);
      double right = Math.max(p[at + chosen], Float.MIN_NORMAL);
      for (int j = 0; gradient != null && j < width; j++) {
        gradient[at + j] = j == chosen ? (float) (-1 / right) : 0;
      }
      return -StrictMath.log(right);
    }

    @Override
    public Link link() {
      return Link.SOFTMAX;
    }

    @Override
    public double fusedRow(
        float[] z, int at, int width, float[] target, int targetAt, float[] gradient) {
      int chosen = chosen(target[targetAt], width);
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < width; j++) {
        most = Math.max(most, z[at + j]);
      }
      double sum = 0;
      for (int j = 0; j < width; j++) {
        sum += StrictMath.exp(z[at + j] - most);
      }
      for (int j = 0; gradient != null && j < width; j++) {
        double p = StrictMath.exp(z[at + j] - most) / sum;
        gradient[at + j] = (float) (p - (j == chosen ? 1 : 0));
      }
      return most + StrictMath.log(sum) - z[at + chosen];
    }

    private static int chosen(float target, int width) {
      if (target < 0 || target >= width) {
        throw new IllegalArgumentException("no class has the number " + target);
      }
      return (int) target;
    }
  }

  /** Mean and variance for each target. */
  @Named(summary = "A bell.")
  public record GaussianNll() implements RowLoss {
    @Override
    public int targetWidth(int predictionWidth) {
      if (predictionWidth % 2 != 0) {
        throw new IllegalArgumentException("an even number of outputs is needed");
      }
      return predictionWidth / 2;
    }

    @Override
    public double row(
        float[] p, int at, int width, float[] target, int targetAt, float[] gradient) {
      int n = width / 2;
      double sum = 0;
      for (int j = 0; j < n; j++) {
        double miss = p[at + j] - target[targetAt + j];
        double variance = Math.max(p[at + n + j], 1e-6);
        sum += (StrictMath.log(variance) + miss * miss / variance) / 2;
        if (gradient != null) {
          gradient[at + j] = (float) (miss / variance);
          gradient[at + n + j] = (float) ((1 - miss * miss / variance) / variance / 2);
        }
      }
      return sum;
    }
  }

  /** Counts, by the logarithm of their rate. */
  @Named(summary = "Counts.")
  public record LogPoisson(@Param(min = 0, max = 5, help = "threshold") int least)
      implements ElementwiseLoss {
    /** No threshold. */
    public LogPoisson() {
      this(0);
    }

    @Override
    public double value(double prediction, double target) {
      return StrictMath.exp(prediction) - target * prediction;
    }

    @Override
    public double derivative(double prediction, double target) {
      return StrictMath.exp(prediction) - target;
    }
  }

  /** Counts, fused with the exponential. */
  @Named(summary = "Counts by their rate.")
  public record Poisson() implements ElementwiseLoss, FusedLoss {
    @Override
    public Range domain() {
      return Range.NON_NEGATIVE;
    }

    @Override
    public String output() {
      return "exponential";
    }

    @Override
    public double value(double rate, double target) {
      return rate - target * StrictMath.log(rate + 1e-8);
    }

    @Override
    public double derivative(double rate, double target) {
      return 1 - target / (rate + 1e-8);
    }

    @Override
    public Link link() {
      return Link.EXP;
    }

    @Override
    public double fusedRow(
        float[] z, int at, int width, float[] target, int targetAt, float[] gradient) {
      return new LogPoisson().row(z, at, width, target, targetAt, gradient);
    }
  }

  static Loss[] all() {
    return new Loss[] {
      new Mse(),
      new Mae(),
      new Bce(),
      new CrossEntropy(),
      new GaussianNll(),
      new LogPoisson(),
      new Poisson()
    };
  }
}
