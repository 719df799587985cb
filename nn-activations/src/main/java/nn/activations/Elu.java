package nn.activations;

import nn.api.Named;
import nn.api.Param;

/**
 * The exponential linear unit: f(x) = x for x > 0, alpha (e^x - 1) elsewhere; f'(x) = 1 for x > 0,
 * alpha e^x elsewhere. Minus infinity gives -alpha. Smooth at 0 only for alpha = 1.
 *
 * <p>Source: Clevert, Unterthiner, Hochreiter: Fast and accurate deep network learning by
 * exponential linear units (ICLR 2016).
 *
 * @param alpha the depth of the negative side; PyTorch's default 1
 */
@Named(
    summary = "Passes positive numbers on and bends the others towards -alpha.",
    formula = "x if x > 0, else alpha (exp(x) - 1)",
    source = "Clevert, Unterthiner and Hochreiter 2016")
public record Elu(@Param(min = 0, max = 100, help = "depth of the negative side") double alpha)
    implements ExponentialUnit {
  /** PyTorch's default: alpha 1. */
  public Elu() {
    this(1);
  }
}
