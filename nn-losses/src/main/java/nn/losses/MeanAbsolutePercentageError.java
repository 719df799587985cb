package nn.losses;

import nn.api.Named;
import nn.api.Range;

/**
 * The mean over a row's outputs of the absolute miss in per cent of the target: 100 |p - t| / |t|,
 * with derivative 100 sign(p - t) / |t|, which is 0 at the kink p = t. A target nearer to 0 than
 * 1e-7 counts as that far away, as in Keras; such targets drown all others.
 *
 * <p>Unlike Keras it is for targets of at least 0: where any number will do, targets are
 * standardised for training, and a per cent of a standardised target says nothing.
 */
@Named(
    value = "mape",
    aliases = "mean-absolute-percentage-error",
    summary = "Mean of the absolute misses in per cent of the target.",
    formula = "100 |p - t| / max(|t|, 1e-7)",
    source = "Keras 3 MeanAbsolutePercentageError")
public record MeanAbsolutePercentageError() implements OnIdentity {
  private static final double EPSILON = 1e-7;

  /** Amounts, so that they are not standardised. */
  @Override
  public Range targetDomain() {
    return Range.NON_NEGATIVE;
  }

  @Override
  public double value(double prediction, double target) {
    return 100 * Math.abs(prediction - target) / Math.max(Math.abs(target), EPSILON);
  }

  @Override
  public double derivative(double prediction, double target) {
    return 100 * Math.signum(prediction - target) / Math.max(Math.abs(target), EPSILON);
  }

  @Override
  public double[] kinks(double target) {
    return new double[] {target};
  }
}
