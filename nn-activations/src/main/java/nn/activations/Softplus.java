package nn.activations;

import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;
import nn.api.Range;

/**
 * A rectifier with a rounded corner: f(x) = ln(1 + e^(beta x)) / beta, f'(x) = 1 / (1 + e^(-beta
 * x)), computed as max(0, x) + ln(1 + e^(-beta |x|)) / beta, which does not overflow. Where beta x
 * > threshold, f(x) = x and f'(x) = 1, as in PyTorch; at the default threshold that is a jump of
 * 2e-9. Minus infinity gives 0.
 *
 * <p>Source: Dugas, Bengio, Belisle, Nadeau, Garcia: Incorporating second-order functional
 * knowledge for better option pricing (NIPS 2000).
 *
 * @param beta how sharp the corner is; PyTorch's default 1
 * @param threshold from where the function is a straight line; PyTorch's default 20
 */
@Named(
    summary = "A rectifier with a rounded corner; always above 0.",
    formula = "ln(1 + exp(beta x)) / beta",
    source = "Dugas and others 2000; PyTorch Softplus")
public record Softplus(
    @Param(min = 0.01, max = 100, log = true, help = "how sharp the corner is") double beta,
    @Param(help = "a straight line where beta x is larger") double threshold)
    implements Rectifier {
  /** From here on the curve and the straight line are the same float: e^-17 is 4e-8. */
  private static final double FLAT = 17;

  /** PyTorch's defaults: beta 1, threshold 20. */
  public Softplus() {
    this(1, 20);
  }

  @Override
  public Range range() {
    return threshold >= 0 ? Range.POSITIVE : Range.REAL;
  }

  @Override
  public double[] kinks() {
    return new double[] {threshold / beta};
  }

  @Override
  public double value(double x) {
    double bend = StrictMath.log1p(StrictMath.exp(-beta * Math.abs(x))) / beta;
    return beta * x > threshold ? x : Math.max(0, x) + bend;
  }

  @Override
  public double derivative(double x) {
    return beta * x > threshold ? 1 : Logistic.cdf(beta * x);
  }

  /** Vectors first, the straight line afterwards and only where it differs: see FLAT. */
  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    float reach = (float) (1 / beta);
    decay(x, y, from, to, kernels);
    kernels.log1p(y, from, y, from, to - from);
    for (int i = from; i < to; i++) {
      y[i] = Math.fma(reach, y[i], Math.max(0f, x[i]));
    }
    if (threshold < FLAT) {
      for (int i = from; i < to; i++) {
        y[i] = beta * x[i] > threshold ? x[i] : y[i];
      }
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float[] slope = kernels.scratch(0, to);
    decay(x, slope, from, to, kernels);
    for (int i = from; i < to; i++) {
      float gate = Gate.of(x[i]);
      slope[i] = (gate + (1 - gate) * slope[i]) / (1 + slope[i]);
    }
    if (threshold < FLAT) {
      for (int i = from; i < to; i++) {
        slope[i] = beta * x[i] > threshold ? 1 : slope[i];
      }
    }
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * slope[i];
    }
  }

  /** e[i] = e^(-beta |x[i]|). */
  private void decay(float[] x, float[] e, int from, int to, Kernels kernels) {
    float[] low = kernels.scratch(1, to);
    float high = (float) beta;
    float rest = (float) (beta - high);
    float far = (float) (SelfGate.FAR / beta);
    for (int i = from; i < to; i++) {
      float distance = Math.min(Math.abs(x[i]), far);
      LongExponent.product(-high, distance, e, low, i);
      low[i] -= rest * distance;
    }
    LongExponent.exp(e, low, from, to, kernels);
  }
}
