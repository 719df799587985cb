package nn.core.sample;

import nn.api.ElementwiseLoss;
import nn.api.Named;

/** (p - t)^2, averaged over the row. */
@Named(value = "mse", aliases = "l2", summary = "Mean squared error.", formula = "(p - t)^2")
public record SampleMse() implements ElementwiseLoss {
  @Override
  public double value(double prediction, double target) {
    return (prediction - target) * (prediction - target);
  }

  @Override
  public double derivative(double prediction, double target) {
    return 2 * (prediction - target);
  }
}
