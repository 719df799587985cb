package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.Named;

/**
 * The Gaussian error linear unit in its exact form, PyTorch's default: f(x) = x Phi(x), f'(x) =
 * Phi(x) + x phi(x), where Phi and phi are the distribution and density of the standard normal. It
 * dips to -0.16997 at -0.7518. Minus infinity gives 0, NaN gives NaN.
 *
 * <p>The loops compute in float, precisely in the negative tail too: with a = |x|, f(x) = max(0, x)
 * - a Phi(-a), and f'(x) is s = Phi(-a) - a phi(a) for negative x and 1 - s for positive x. The
 * scratch array shares the index of the others, without which the loops would not vectorise.
 *
 * <p>Source: Hendrycks, Gimpel: Gaussian error linear units (arXiv 1606.08415, 2016).
 */
@Named(
    summary = "A smooth rectifier: each number times the share of a bell curve that lies below it.",
    formula = "x Phi(x)",
    source = "Hendrycks and Gimpel 2016")
public record Gelu() implements ElementwiseActivation {
  @Override
  public String initializer() {
    return "he-normal";
  }

  @Override
  public double value(double x) {
    double share = StandardNormal.cdf(x);
    return share == 0 ? 0 : x * share;
  }

  @Override
  public double derivative(double x) {
    double density = StandardNormal.PEAK * StandardNormal.bell(x);
    return StandardNormal.cdf(x) + (density == 0 ? 0 : x * density);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    float[] bell = kernels.scratch(0, to);
    StandardNormal.bell(x, bell, from, to, kernels);
    for (int i = from; i < to; i++) {
      float a = StandardNormal.near(x[i]);
      float tail = bell[i] * StandardNormal.tailRatio(a);
      y[i] = Math.fma(-a, tail, Math.max(0f, x[i]));
    }
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float[] bell = kernels.scratch(0, to);
    StandardNormal.bell(x, bell, from, to, kernels);
    float peak = (float) StandardNormal.PEAK;
    for (int i = from; i < to; i++) {
      float a = StandardNormal.near(x[i]);
      float s = bell[i] * Math.fma(-a, peak, StandardNormal.tailRatio(a));
      float gate = Gate.of(x[i]);
      dx[i] = dy[i] * Math.fma(1 - 2 * gate, s, gate);
    }
  }
}
