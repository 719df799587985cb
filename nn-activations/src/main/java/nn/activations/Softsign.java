package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Named;

/**
 * A squeeze that is slower than tanh: f(x) = x / (1 + |x|), f'(x) = 1 / (1 + |x|)^2. Infinity gives
 * 1, minus infinity -1.
 *
 * <p>Source: Turian, Bergstra, Bengio: Quadratic features and deep architectures for chunking
 * (NAACL 2009).
 */
@Named(
    summary = "Squeezes every number into the interval from -1 to 1, slowly.",
    formula = "x / (1 + |x|)",
    source = "Turian, Bergstra and Bengio 2009")
public record Softsign() implements ElementwiseActivation {
  @Override
  public double value(double x) {
    double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
    return finite / (1 + Math.abs(finite));
  }

  @Override
  public double derivative(double x) {
    double r = 1 / (1 + Math.abs(x));
    return r * r;
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      float finite = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, x[i]));
      y[i] = finite / (1 + Math.abs(finite));
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      float r = 1 / (1 + Math.abs(x[i]));
      dx[i] = dy[i] * (r * r);
    }
  }
}
