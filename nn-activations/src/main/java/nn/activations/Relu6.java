package nn.activations;

import nn.api.Kernels;
import nn.api.Named;
import nn.api.Range;

/**
 * A rectifier with a ceiling: f(x) = min(6, max(0, x)), f'(x) = 1 for {@code 0 < x < 6} and 0
 * elsewhere, also at the kinks, as in PyTorch.
 *
 * <p>Source: Krizhevsky: Convolutional deep belief networks on CIFAR-10 (2010).
 */
@Named(
    value = "relu6",
    summary = "A rectifier that stops at 6.",
    formula = "min(6, max(0, x))",
    source = "Krizhevsky 2010")
public record Relu6() implements Rectifier {
  @Override
  public Range range() {
    return Range.NON_NEGATIVE;
  }

  @Override
  public double[] kinks() {
    return new double[] {0, 6};
  }

  @Override
  public double value(double x) {
    return Math.min(6, Math.max(0, x));
  }

  @Override
  public double derivative(double x) {
    return x > 0 && x < 6 ? 1 : 0;
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    for (int i = from; i < to; i++) {
      y[i] = Math.min(6f, Math.max(0f, x[i]));
    }
  }
}
