package nn.activations;

import nn.api.Kernels;
import nn.api.Named;

/**
 * The sigmoid linear unit: f(x) = x s(x), f'(x) = s(x) + x s(x) (1 - s(x)), where s is the logistic
 * function. It dips to -0.2785 at -1.2785. Minus infinity gives 0. For the form with a learned
 * factor inside s see {@link Swish}.
 *
 * <p>Around the lowest point the two terms of the derivative cancel: there the error of the loop is
 * up to 2^-23.
 *
 * <p>Source: Elfwing, Uchibe, Doya: Sigmoid-weighted linear units for neural network function
 * approximation in reinforcement learning (Neural Networks 107, 2018).
 */
@Named(
    summary = "A smooth rectifier: each number times its own sigmoid.",
    formula = "x / (1 + exp(-x))",
    source = "Elfwing, Uchibe and Doya 2018")
public record Silu() implements Rectifier {
  @Override
  public double value(double x) {
    return SelfGate.value(x, Logistic.cdf(x));
  }

  @Override
  public double derivative(double x) {
    return SelfGate.derivative(x, Logistic.cdf(x), Logistic.density(x));
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    minusMagnitudes(x, y, from, to);
    kernels.sigmoid(y, from, y, from, to - from);
    SelfGate.forward(x, y, y, from, to);
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float[] s = kernels.scratch(0, to);
    minusMagnitudes(x, s, from, to);
    kernels.sigmoid(s, from, s, from, to - from);
    for (int i = from; i < to; i++) {
      s[i] *= Math.fma(-SelfGate.near(x[i]), 1 - s[i], 1f);
    }
    SelfGate.backward(x, s, dy, dx, from, to);
  }

  private static void minusMagnitudes(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = -Math.abs(x[i]);
    }
  }
}
