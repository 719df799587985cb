package custom;

import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Param;

/** A line near 0 that becomes a logarithm on both sides: s log(1 + |x| / s) with the sign of x. */
@Named(summary = "A line near 0, a logarithm far away.", formula = "sign(x) s log(1 + |x| / s)")
public record Symlog(@Param(min = 0.01, max = 100, help = "where the line ends") double scale)
    implements ElementwiseActivation {
  public Symlog() {
    this(1);
  }

  @Override
  public double value(double x) {
    return Math.copySign(scale * StrictMath.log1p(Math.abs(x) / scale), x);
  }

  @Override
  public double derivative(double x) {
    return 1 / (1 + Math.abs(x) / scale);
  }
}
