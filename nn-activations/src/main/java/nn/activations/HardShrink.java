package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Param;

/**
 * Silences small numbers: f(x) = x for |x| > lambda, 0 elsewhere; f'(x) = 1 for |x| > lambda, 0
 * elsewhere. The function jumps at -lambda and lambda.
 *
 * @param lambda largest number that is silenced; PyTorch's default 0.5
 */
@Named(
    summary = "Silences numbers near 0 and passes the others on.",
    formula = "x if |x| > lambda, else 0",
    source = "PyTorch Hardshrink")
public record HardShrink(
    @Param(min = 0, max = 100, help = "largest number that is silenced") double lambda)
    implements ElementwiseActivation {
  /** PyTorch's default: lambda 0.5. */
  public HardShrink() {
    this(0.5);
  }

  @Override
  public double[] kinks() {
    return new double[] {-lambda, lambda};
  }

  @Override
  public double value(double x) {
    return Math.abs(x) <= lambda ? 0 : x;
  }

  @Override
  public double derivative(double x) {
    return Math.abs(x) <= lambda ? 0 : 1;
  }
}
