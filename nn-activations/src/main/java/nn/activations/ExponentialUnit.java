package nn.activations;

import nn.api.Kernels;

/**
 * What elu, celu and selu share: f(x) = s x for x > 0, s alpha (e^(x / w) - 1) elsewhere; f'(x) = s
 * for x > 0, s (alpha / w) e^(x / w) elsewhere, also at 0, as in PyTorch.
 */
interface ExponentialUnit extends Rectifier {
  /** alpha: minus infinity gives -s alpha. */
  double alpha();

  /** s, the slope of the positive side. */
  default double scale() {
    return 1;
  }

  /** w: how far the bend of the negative side reaches. */
  default double width() {
    return 1;
  }

  /** {@inheritDoc} The slopes of the two sides meet where alpha is w. */
  @Override
  default double[] kinks() {
    return alpha() == width() ? new double[0] : new double[] {0};
  }

  @Override
  default double value(double x) {
    return scale() * (x > 0 ? x : alpha() * StrictMath.expm1(x / width()));
  }

  @Override
  default double derivative(double x) {
    return scale() * (x > 0 ? 1 : alpha() / width() * StrictMath.exp(x / width()));
  }

  @Override
  default void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    float slope = (float) scale();
    float depth = (float) (scale() * alpha());
    exponents(x, y, from, to);
    kernels.expm1(y, from, y, from, to - from);
    for (int i = from; i < to; i++) {
      y[i] = Math.fma(depth, y[i], slope * Math.max(0f, x[i]));
    }
  }

  @Override
  default void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float slope = (float) scale();
    float steepest = (float) (scale() * alpha() / width());
    float[] e = kernels.scratch(0, to);
    powers(x, e, from, to, kernels);
    for (int i = from; i < to; i++) {
      float gate = Gate.of(x[i]);
      dx[i] = dy[i] * (gate * slope + (1 - gate) * (steepest * e[i]));
    }
  }

  /** t[i] = min(0, x[i] / w). Java 17 has no vectors for what passes through double. */
  private void exponents(float[] x, float[] t, int from, int to) {
    double width = width();
    if (width == 1) {
      for (int i = from; i < to; i++) {
        t[i] = Math.min(0f, x[i]);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      t[i] = (float) Math.min(0, x[i] / width);
    }
  }

  /** e[i] = e^min(0, x[i] / w). */
  private void powers(float[] x, float[] e, int from, int to, Kernels kernels) {
    double width = width();
    if (width == 1) {
      exponents(x, e, from, to);
      kernels.exp(e, from, e, from, to - from);
      return;
    }
    float[] low = kernels.scratch(1, to);
    for (int i = from; i < to; i++) {
      LongExponent.split(Math.min(0, x[i] / width), e, low, i);
    }
    LongExponent.exp(e, low, from, to, kernels);
  }
}
