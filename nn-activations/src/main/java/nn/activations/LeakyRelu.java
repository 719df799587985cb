package nn.activations;

import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;

/**
 * A rectifier that lets a small part of negative numbers through, so that no unit falls silent for
 * good: f(x) = x for x > 0, slope x elsewhere; f'(x) = 1 for x > 0, slope elsewhere, also at the
 * kink 0, as in PyTorch.
 *
 * <p>The loops take the slope as a float and agree with the scalar pair within 1 ulp.
 *
 * <p>Source: Maas, Hannun, Ng: Rectifier nonlinearities improve neural network acoustic models
 * (ICML 2013).
 *
 * @param slope the part that is let through; PyTorch's default 0.01
 */
@Named(
    summary = "Passes positive numbers on and a small part of the others.",
    formula = "x if x > 0, else slope x",
    source = "Maas, Hannun and Ng 2013")
public record LeakyRelu(@Param(min = 0, max = 1, help = "slope for negative inputs") double slope)
    implements Rectifier {
  /** PyTorch's default: slope 0.01. */
  public LeakyRelu() {
    this(0.01);
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : slope * x;
  }

  @Override
  public double derivative(double x) {
    return x > 0 ? 1 : slope;
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    float s = (float) slope;
    for (int i = from; i < to; i++) {
      y[i] = Math.max(0f, x[i]) + s * Math.min(0f, x[i]);
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float s = (float) slope;
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * Math.fma(1 - s, Gate.of(x[i]), s);
    }
  }
}
