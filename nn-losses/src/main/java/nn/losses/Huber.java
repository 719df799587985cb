package nn.losses;

import nn.api.Named;
import nn.api.Param;

/**
 * The squared error near the target and the absolute error beyond: with e = p - t, half of e^2 for
 * |e| up to delta, delta (|e| - delta / 2) farther out; the derivative is e, held between -delta
 * and delta. Averaged over a row's outputs; delta times {@link SmoothL1}.
 *
 * @param delta the miss at which the parabola goes over into a line; PyTorch's default 1
 */
@Named(
    summary =
        "Squared for small misses, absolute for large ones: outliers pull with bounded force.",
    formula = "e^2 / 2 if |e| <= delta, else delta (|e| - delta / 2), with e = p - t",
    source = "Huber 1964; PyTorch HuberLoss")
public record Huber(
    @Param(min = 1e-6, log = true, help = "miss beyond which the loss is a line") double delta)
    implements OnIdentity {
  /** PyTorch's default: delta 1. */
  public Huber() {
    this(1);
  }

  @Override
  public double value(double prediction, double target) {
    return loss(prediction - target, delta);
  }

  @Override
  public double derivative(double prediction, double target) {
    return slope(prediction - target, delta);
  }

  static double loss(double miss, double delta) {
    double near = Math.min(Math.abs(miss), delta);
    return near * (Math.abs(miss) - near / 2);
  }

  static double slope(double miss, double delta) {
    return Math.max(-delta, Math.min(delta, miss));
  }
}
