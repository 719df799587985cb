package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Reads;

/**
 * The hyperbolic tangent: f(x) = tanh x, f'(x) = 1 - f(x)^2, at most 1. The scalar derivative is
 * written as 1 / cosh(x)^2, which does not cancel; the loop takes it from the float output and is
 * off by less than 2^-22.
 */
@Named(
    summary = "Squeezes every number into the interval from -1 to 1.",
    formula = "tanh(x)",
    source = "PyTorch Tanh")
public record Tanh() implements ElementwiseActivation {
  @Override
  public Reads reads() {
    return Reads.OUTPUT;
  }

  @Override
  public double value(double x) {
    return StrictMath.tanh(x);
  }

  @Override
  public double derivative(double x) {
    double c = StrictMath.cosh(x);
    return 1 / (c * c);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    kernels.tanh(x, from, y, from, to - from);
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * ((1 - y[i]) * (1 + y[i]));
    }
  }
}
