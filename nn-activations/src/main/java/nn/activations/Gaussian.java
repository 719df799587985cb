package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Range;

/**
 * A bump around 0: f(x) = e^(-x^2), f'(x) = -2 x e^(-x^2). Both infinities give 0.
 *
 * <p>Source: Ramasinghe, Lucey: Beyond periodicity, towards a unifying framework for activations in
 * coordinate-MLPs (ECCV 2022), with a width of 1 / sqrt(2).
 */
@Named(
    summary = "A bump: 1 at 0, nearly 0 from 3 on both sides.",
    formula = "exp(-x^2)",
    source = "Ramasinghe and Lucey 2022")
public record Gaussian() implements ElementwiseActivation {
  /** From here on the bump is 0 in a float. */
  private static final float FAR = 11;

  @Override
  public Range range() {
    return Range.UNIT;
  }

  @Override
  public double value(double x) {
    return StrictMath.exp(-x * x);
  }

  @Override
  public double derivative(double x) {
    double y = value(x);
    return y == 0 ? 0 : -2 * x * y;
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    bump(x, y, from, to, kernels);
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float[] bump = kernels.scratch(0, to);
    bump(x, bump, from, to, kernels);
    for (int i = from; i < to; i++) {
      float near = Math.max(-FAR, Math.min(FAR, x[i]));
      dx[i] = dy[i] * (-2 * near * bump[i]);
    }
  }

  /** y[i] = e^(-x[i]^2). */
  private static void bump(float[] x, float[] y, int from, int to, Kernels kernels) {
    float[] low = kernels.scratch(1, to);
    for (int i = from; i < to; i++) {
      float near = Math.min(Math.abs(x[i]), FAR);
      LongExponent.product(-near, near, y, low, i);
    }
    LongExponent.exp(y, low, from, to, kernels);
  }
}
