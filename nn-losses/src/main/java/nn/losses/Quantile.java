package nn.losses;

import nn.api.Named;
import nn.api.Param;

/**
 * The pinball loss, smallest at the given quantile of the targets: a miss from below, t - p, costs
 * quantile times its size, a miss from above, p - t, costs 1 - quantile times. The derivative is
 * -quantile and 1 - quantile, and 0 at the kink p = t. Averaged over a row's outputs. At 0.5 it is
 * half the absolute error.
 *
 * @param quantile the share of targets that should lie below the prediction
 */
@Named(
    aliases = "pinball",
    summary = "Predicts a quantile, such as the value that nine in ten targets stay below.",
    formula = "max(quantile (t - p), (quantile - 1) (t - p))",
    source = "Koenker and Bassett 1978; scikit-learn PinballLoss")
public record Quantile(
    @Param(min = 0, max = 1, help = "share of the targets below the prediction") double quantile)
    implements OnIdentity {
  /** The median. */
  public Quantile() {
    this(0.5);
  }

  @Override
  public double value(double prediction, double target) {
    double lack = target - prediction;
    return Math.max(quantile * lack, (quantile - 1) * lack);
  }

  @Override
  public double derivative(double prediction, double target) {
    double sign = Math.signum(prediction - target);
    return sign * (sign > 0 ? 1 - quantile : quantile);
  }

  @Override
  public double[] kinks(double target) {
    return new double[] {target};
  }
}
