package nn.activations;

import nn.api.Kernels;
import nn.api.Named;
import nn.api.Range;

/**
 * The rectifier: f(x) = max(0, x), f'(x) = 1 for x > 0 and 0 elsewhere. At the kink, 0, the
 * derivative is 0, as in PyTorch. NaN gives NaN in both.
 *
 * <p>Source: Nair, Hinton: Rectified linear units improve restricted Boltzmann machines (ICML
 * 2010).
 */
@Named(
    summary = "Passes positive numbers on and silences the others.",
    formula = "max(0, x)",
    source = "Nair and Hinton 2010")
public record Relu() implements Rectifier {
  @Override
  public Range range() {
    return Range.NON_NEGATIVE;
  }

  @Override
  public double value(double x) {
    return Math.max(0, x);
  }

  @Override
  public double derivative(double x) {
    return Math.signum(Math.max(0, x));
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      y[i] = Math.max(0f, x[i]);
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      dx[i] = dy[i] * Gate.of(x[i]);
    }
  }
}
