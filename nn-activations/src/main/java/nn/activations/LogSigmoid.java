package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Named;

/**
 * The logarithm of the logistic function: f(x) = -ln(1 + e^-x), f'(x) = 1 / (1 + e^x), computed as
 * min(0, x) - ln(1 + e^-|x|), which does not overflow: minus infinity gives minus infinity,
 * infinity gives 0.
 */
@Named(
    summary = "The logarithm of the sigmoid: a log-probability, at most 0.",
    formula = "-ln(1 + exp(-x))",
    source = "PyTorch LogSigmoid")
public record LogSigmoid() implements ElementwiseActivation {
  @Override
  public double value(double x) {
    return Math.min(0, x) - StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  @Override
  public double derivative(double x) {
    return Logistic.cdf(-x);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      y[i] = -Math.abs(x[i]);
    }
    kernels.exp(y, from, y, from, to - from);
    kernels.log1p(y, from, y, from, to - from);
    for (int i = from; i < to; i++) {
      y[i] = Math.min(0f, x[i]) - y[i];
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float[] s = kernels.scratch(0, to);
    for (int i = from; i < to; i++) {
      s[i] = -x[i];
    }
    kernels.sigmoid(s, from, s, from, to - from);
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * s[i];
    }
  }
}
