package nn.activations;

import nn.api.Named;
import nn.api.Param;

/**
 * The exponential linear unit made smooth for every alpha: f(x) = x for x > 0, alpha (e^(x / alpha)
 * - 1) elsewhere; f'(x) = 1 for x > 0, e^(x / alpha) elsewhere. Minus infinity gives -alpha.
 *
 * <p>Source: Barron: Continuously differentiable exponential linear units (arXiv 1704.07483, 2017).
 *
 * @param alpha depth and reach of the negative side; PyTorch's default 1
 */
@Named(
    summary = "An exponential linear unit without a kink: it bends towards -alpha.",
    formula = "x if x > 0, else alpha (exp(x / alpha) - 1)",
    source = "Barron 2017")
public record Celu(
    @Param(min = 0.01, max = 100, log = true, help = "depth and reach of the negative side")
        double alpha)
    implements ExponentialUnit {
  /** PyTorch's default: alpha 1. */
  public Celu() {
    this(1);
  }

  @Override
  public double width() {
    return alpha;
  }
}
