package nn.activations;

import nn.api.Named;
import nn.api.Param;
import nn.api.Range;

/**
 * Replaces small numbers by a constant: f(x) = x for x > threshold, value elsewhere; f'(x) = 1 for
 * x > threshold, 0 elsewhere. The function jumps at the threshold unless the value equals it.
 *
 * <p>PyTorch has no defaults; these make the thresholded rectifier of Konda, Memisevic and Krueger
 * (ICLR 2015).
 *
 * @param threshold numbers up to this are replaced; 1 by default
 * @param value by what; 0 by default
 */
@Named(
    summary = "Replaces numbers up to a threshold by a constant.",
    formula = "x if x > threshold, else value",
    source = "PyTorch Threshold")
public record Threshold(
    @Param(help = "numbers up to this are replaced") double threshold,
    @Param(help = "what replaces them") double value)
    implements Rectifier {
  /** The thresholded rectifier: threshold 1, value 0. */
  public Threshold() {
    this(1, 0);
  }

  @Override
  public Range range() {
    return threshold >= 0 && value >= 0 ? Range.NON_NEGATIVE : Range.REAL;
  }

  @Override
  public double[] kinks() {
    return new double[] {threshold};
  }

  @Override
  public double value(double x) {
    return x <= threshold ? value : x;
  }

  @Override
  public double derivative(double x) {
    return x <= threshold ? 0 : 1;
  }
}
