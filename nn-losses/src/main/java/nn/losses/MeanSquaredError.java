package nn.losses;

import nn.api.Named;

/**
 * The mean over a row's outputs of (p - t)^2, with derivative 2 (p - t), divided by the number of
 * outputs. There is no factor 1/2: PyTorch's convention. Double the miss costs four times as much.
 */
@Named(
    value = "mse",
    aliases = "mean-squared-error",
    summary = "Mean of the squared misses: large misses count most.",
    formula = "(p - t)^2",
    source = "PyTorch MSELoss")
public record MeanSquaredError() implements OnIdentity {
  @Override
  public double value(double prediction, double target) {
    double miss = prediction - target;
    return miss * miss;
  }

  @Override
  public double derivative(double prediction, double target) {
    return 2 * (prediction - target);
  }
}
