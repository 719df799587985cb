package nn.activations;

import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Param;
import nn.api.Range;

/**
 * Keeps numbers within bounds: f(x) = min(max, max(min, x)), f'(x) = 1 for {@code min < x < max}
 * and 0 elsewhere, also at the kinks, as in PyTorch.
 *
 * @param min the lower bound; PyTorch's default -1
 * @param max the upper bound; PyTorch's default 1
 */
@Named(
    summary = "Keeps numbers between two bounds.",
    formula = "min(max, max(min, x))",
    source = "PyTorch Hardtanh")
public record HardTanh(
    @Param(help = "smallest output") double min, @Param(help = "largest output") double max)
    implements ElementwiseActivation {
  /**
   * Checks the order of the bounds.
   *
   * @throws IllegalArgumentException unless min is below max
   */
  public HardTanh {
    if (!(min < max)) {
      throw new IllegalArgumentException(
          "min must be below max, got min %s and max %s. Swap them.".formatted(min, max));
    }
  }

  /** PyTorch's defaults: from -1 to 1. */
  public HardTanh() {
    this(-1, 1);
  }

  @Override
  public Range range() {
    if (min < 0) {
      return Range.REAL;
    }
    return max <= 1 ? Range.UNIT : Range.NON_NEGATIVE;
  }

  @Override
  public double[] kinks() {
    return new double[] {min, max};
  }

  @Override
  public double value(double x) {
    return Math.min(max, Math.max(min, x));
  }

  @Override
  public double derivative(double x) {
    return x > min && x < max ? 1 : 0;
  }
}
