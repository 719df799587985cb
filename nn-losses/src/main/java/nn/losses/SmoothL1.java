package nn.losses;

import nn.api.Named;
import nn.api.Param;

/**
 * The absolute error with its tip rounded off: {@link Huber} with delta = beta, divided by beta.
 * With e = p - t, e^2 / (2 beta) for |e| up to beta, |e| - beta / 2 farther out; the derivative is
 * e / beta, held between -1 and 1. Averaged over a row's outputs.
 *
 * @param beta the miss at which the parabola goes over into a line; PyTorch's default 1
 */
@Named(
    value = "smooth-l1",
    summary = "The absolute miss, rounded off near the target: Huber's loss divided by beta.",
    formula = "e^2 / (2 beta) if |e| <= beta, else |e| - beta / 2, with e = p - t",
    source = "Girshick 2015; PyTorch SmoothL1Loss")
public record SmoothL1(
    @Param(min = 1e-6, log = true, help = "miss beyond which the loss is a line") double beta)
    implements OnIdentity {
  /** PyTorch's default: beta 1. */
  public SmoothL1() {
    this(1);
  }

  @Override
  public double value(double prediction, double target) {
    return Huber.loss(prediction - target, beta) / beta;
  }

  @Override
  public double derivative(double prediction, double target) {
    return Huber.slope(prediction - target, beta) / beta;
  }
}
