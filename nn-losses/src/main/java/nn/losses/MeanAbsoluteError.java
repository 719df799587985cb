package nn.losses;

import nn.api.Named;

/**
 * The mean over a row's outputs of |p - t|, with derivative sign(p - t), divided by the number of
 * outputs. At the kink, p = t, the derivative is 0, as in PyTorch. Double the miss costs twice as
 * much, so outliers weigh less than with the mean squared error.
 */
@Named(
    value = "mae",
    aliases = {"mean-absolute-error", "l1"},
    summary = "Mean of the absolute misses: less moved by outliers than mse.",
    formula = "|p - t|",
    source = "PyTorch L1Loss")
public record MeanAbsoluteError() implements OnIdentity {
  @Override
  public double value(double prediction, double target) {
    return Math.abs(prediction - target);
  }

  @Override
  public double derivative(double prediction, double target) {
    return Math.signum(prediction - target);
  }

  @Override
  public double[] kinks(double target) {
    return new double[] {target};
  }
}
