package nn.activations;

import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;

/**
 * The Gaussian error linear unit: f(x) = x Phi(x), f'(x) = Phi(x) + x phi(x), where Phi and phi are
 * the distribution and density of the standard normal. It dips to -0.16997 at -0.7518. Minus
 * infinity gives 0, NaN gives NaN.
 *
 * <p>The form {@code tanh} is another function, PyTorch's {@code approximate='tanh'}: Phi(x) is
 * replaced by (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2, and phi by the derivative of that.
 * The two differ by at most 0.0005.
 *
 * <p>The loops compute in float, precisely in the negative tail too. The value is within 5 ulp, as
 * it is a product of factors that were rounded before; the derivative likewise, except around the
 * lowest point, where its two terms cancel and its error is up to 2^-23.
 *
 * <p>Source: Hendrycks, Gimpel: Gaussian error linear units (arXiv 1606.08415, 2016).
 *
 * @param form which of the two; PyTorch's default is the exact one
 */
@Named(
    summary = "A smooth rectifier: each number times the share of a bell curve that lies below it.",
    formula = "x Phi(x)",
    source = "Hendrycks and Gimpel 2016")
public record Gelu(
    @Param(help = "exact: the normal distribution; tanh: a stand-in for it") Form form)
    implements Rectifier {
  /** How the share is computed. */
  public enum Form {
    /** By the normal distribution itself. */
    EXACT,
    /** By the hyperbolic tangent of a cubic polynomial, as older models do. */
    TANH
  }

  /** PyTorch's default: the exact form. */
  public Gelu() {
    this(Form.EXACT);
  }

  @Override
  public double value(double x) {
    return SelfGate.value(x, share(x));
  }

  @Override
  public double derivative(double x) {
    double density = form == Form.EXACT ? StandardNormal.density(x) : TanhNormal.density(x);
    return SelfGate.derivative(x, share(x), density);
  }

  private double share(double x) {
    return form == Form.EXACT ? StandardNormal.cdf(x) : TanhNormal.cdf(x);
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
    if (form == Form.EXACT) {
      StandardNormal.tails(x, y, from, to, kernels);
    } else {
      TanhNormal.tails(x, y, from, to, kernels);
    }
    SelfGate.forward(x, y, y, from, to);
  }

  @Override
  public void backward(
      float[] x, float[] y, float[] dy, float[] dx, int from, int to, Kernels kernels) {
    float[] s = kernels.scratch(0, to);
    if (form == Form.EXACT) {
      StandardNormal.slopes(x, s, from, to, kernels);
    } else {
      TanhNormal.slopes(x, s, from, to, kernels);
    }
    SelfGate.backward(x, s, dy, dx, from, to);
  }
}
