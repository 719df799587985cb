package custom;

import nn.api.ElementwiseLoss;
import nn.api.Named;
import nn.api.Param;

/** Grows so slowly that an outlier hardly counts. */
@Named(summary = "Squared error near 0, its logarithm far away.", formula = "s^2/2 log(1 + (e/s)^2)")
public record Cauchy(@Param(min = 0.01, max = 100, help = "error that is large") double scale)
    implements ElementwiseLoss {
  public Cauchy() {
    this(1);
  }

  @Override
  public double value(double prediction, double target) {
    double e = (prediction - target) / scale;
    return scale * scale / 2 * StrictMath.log1p(e * e);
  }

  @Override
  public double derivative(double prediction, double target) {
    double e = (prediction - target) / scale;
    return scale * e / (1 + e * e);
  }
}
