package nn.activations;

import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;
import nn.api.Range;

/**
 * A rectifier with a rounded corner that needs no exponential: f(x) = (x + sqrt(x^2 + b)) / 2,
 * f'(x) = (1 + x / sqrt(x^2 + b)) / 2. Minus infinity gives 0.
 *
 * <p>Computed without cancellation from r = sqrt(x^2 + b) and h = b / (2 (|x| + r)): f(x) = max(0,
 * x) + h; f'(x) is h / r for negative x and 1 - h / r for positive x.
 *
 * <p>Source: Barron: Squareplus, a softplus-like algebraic rectifier (arXiv 2112.11687, 2021).
 *
 * @param b how wide the corner is; Keras 3's default 4
 */
@Named(
    summary = "A rectifier with a rounded corner, by a square root; always above 0.",
    formula = "(x + sqrt(x^2 + b)) / 2",
    source = "Barron 2021; Keras 3 squareplus")
public record Squareplus(
    @Param(min = 0.01, max = 100, log = true, help = "how wide the corner is") double b)
    implements Rectifier {
  /** Keras 3's default: b 4. */
  public Squareplus() {
    this(4);
  }

  @Override
  public Range range() {
    return Range.POSITIVE;
  }

  @Override
  public double value(double x) {
    return Math.max(0, x) + b / (2 * (Math.abs(x) + Math.sqrt(x * x + b)));
  }

  @Override
  public double derivative(double x) {
    double r = Math.sqrt(x * x + b);
    double q = b / (2 * (Math.abs(x) + r)) / r;
    return x > 0 ? 1 - q : q;
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    float wide = (float) b;
    for (int i = from; i < to; i++) {
      y[i] = Math.max(0f, x[i]) + wide / (2 * (Math.abs(x[i]) + root(x[i], wide)));
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float wide = (float) b;
    for (int i = from; i < to; i++) {
      float r = root(x[i], wide);
      float q = wide / (2 * (Math.abs(x[i]) + r)) / r;
      float gate = Gate.of(x[i]);
      dx[i] = dy[i] * (gate + (1 - 2 * gate) * q);
    }
  }

  /** sqrt(x^2 + b) up to 2^60, where the square could overflow soon and b no longer counts. */
  private static float root(float x, float b) {
    float near = Math.min(Math.abs(x), 0x1p60f);
    return (float) Math.sqrt(Math.fma(near, near, b));
  }
}
