package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Param;

/**
 * Moves numbers towards 0: f(x) = x - lambda for x > lambda, {@code x + lambda for x < -lambda}, 0
 * elsewhere; f'(x) = 1 for |x| > lambda, 0 elsewhere.
 *
 * @param lambda how far; PyTorch's default 0.5
 */
@Named(
    summary = "Moves every number towards 0 by lambda, but not across.",
    formula = "x - min(lambda, max(-lambda, x))",
    source = "PyTorch Softshrink")
public record SoftShrink(@Param(min = 0, max = 100, help = "how far numbers move") double lambda)
    implements ElementwiseActivation {
  /** PyTorch's default: lambda 0.5. */
  public SoftShrink() {
    this(0.5);
  }

  @Override
  public double[] kinks() {
    return new double[] {-lambda, lambda};
  }

  @Override
  public double value(double x) {
    return x - Math.min(lambda, Math.max(-lambda, x));
  }

  @Override
  public double derivative(double x) {
    return Math.abs(x) <= lambda ? 0 : 1;
  }
}
