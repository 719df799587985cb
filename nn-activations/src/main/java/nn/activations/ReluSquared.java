package nn.activations;

import nn.api.Kernels;
import nn.api.Named;
import nn.api.Range;

/**
 * The square of the rectifier: f(x) = max(0, x)^2, f'(x) = 2 max(0, x).
 *
 * <p>Source: So and others: Primer, searching for efficient transformers for language modeling
 * (NeurIPS 2021).
 */
@Named(
    summary = "The square of the rectifier: smooth at 0, steep far away.",
    formula = "max(0, x)^2",
    source = "So and others 2021")
public record ReluSquared() implements Rectifier {
  @Override
  public Range range() {
    return Range.NON_NEGATIVE;
  }

  @Override
  public double value(double x) {
    double positive = Math.max(0, x);
    return positive * positive;
  }

  @Override
  public double derivative(double x) {
    return 2 * Math.max(0, x);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      y[i] = Math.max(0f, x[i]) * Math.max(0f, x[i]);
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * (2 * Math.max(0f, x[i]));
    }
  }
}
