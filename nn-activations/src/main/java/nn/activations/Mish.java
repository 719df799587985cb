package nn.activations;

import nn.api.Kernels;
import nn.api.Named;

/**
 * Mish: f(x) = x tanh(ln(1 + e^x)). With e = e^x and n = e (e + 2) the hyperbolic tangent is n / (n
 * + 2), which neither overflows nor cancels, and f'(x) = n / (n + 2) + x 4 e (1 + e) / (n + 2)^2.
 * It dips to -0.3088 at -1.1924. Minus infinity gives 0.
 *
 * <p>The loops compute in float. Around the lowest point the two terms of the derivative cancel:
 * there the error of the loop is up to 2^-23.
 *
 * <p>Source: Misra: Mish, a self regularized non-monotonic activation function (BMVC 2020).
 */
@Named(
    summary = "A smooth rectifier, a little deeper than silu on its way to 0.",
    formula = "x tanh(ln(1 + exp(x)))",
    source = "Misra 2020")
public record Mish() implements Rectifier {
  /** Beyond this the share is 1, also in double. */
  private static final double FAR = 40;

  /** The same in a float. */
  private static final float HIGHEST = 20;

  /** Below this the share is 0 in a float; minus infinity times it would be NaN. */
  private static final float LOWEST = -SelfGate.FAR;

  @Override
  public double value(double x) {
    return SelfGate.value(x, share(StrictMath.exp(Math.min(x, FAR))));
  }

  @Override
  public double derivative(double x) {
    double near = Math.min(x, FAR);
    double e = StrictMath.exp(near);
    return SelfGate.derivative(near, share(e), density(e));
  }

  private static double share(double e) {
    double n = e * (e + 2);
    return n / (n + 2);
  }

  private static double density(double e) {
    double m = e * (e + 2) + 2;
    return 4 * e * (1 + e) / (m * m);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    exp(x, y, from, to, kernels);
    for (int i = from; i < to; i++) {
      float n = y[i] * (y[i] + 2);
      y[i] = Math.max(x[i], LOWEST) * (n / (n + 2));
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float[] e = kernels.scratch(0, to);
    exp(x, e, from, to, kernels);
    for (int i = from; i < to; i++) {
      float n = e[i] * (e[i] + 2);
      float m = n + 2;
      float near = Math.max(LOWEST, Math.min(HIGHEST, x[i]));
      dx[i] = dy[i] * ((n + near * (4 * e[i] * (1 + e[i]) / m)) / m);
    }
  }

  private static void exp(float[] x, float[] e, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      e[i] = Math.min(x[i], HIGHEST);
    }
    kernels.exp(e, from, e, from, to - from);
  }
}
