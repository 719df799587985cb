package nn.losses;

import nn.api.ElementwiseLoss;
import nn.api.Named;
import nn.api.Range;

/**
 * The mean over a row's outputs of (ln(1 + p) - ln(1 + t))^2, with derivative 2 (ln(1 + p) - ln(1 +
 * t)) / (1 + p): for amounts from 0 up, where twice too much and half of it are about equally
 * wrong. Predictions and targets below 1e-7 count as 1e-7, as in Keras; the derivative is 0 there.
 */
@Named(
    value = "msle",
    aliases = "mean-squared-logarithmic-error",
    summary = "Squared miss of the logarithms, for amounts of very different size.",
    formula = "(ln(1 + p) - ln(1 + t))^2",
    source = "Keras 3 MeanSquaredLogarithmicError")
public record MeanSquaredLogarithmicError() implements ElementwiseLoss {
  private static final double EPSILON = 1e-7;

  @Override
  public Range targetDomain() {
    return Range.NON_NEGATIVE;
  }

  /** Softplus: amounts are not negative, and where they were the loss would be flat. */
  @Override
  public String output() {
    return "softplus";
  }

  @Override
  public double value(double prediction, double target) {
    double miss = miss(prediction, target);
    return miss * miss;
  }

  @Override
  public double derivative(double prediction, double target) {
    return prediction < EPSILON ? 0 * target : 2 * miss(prediction, target) / (1 + prediction);
  }

  @Override
  public double[] kinks(double target) {
    return new double[] {EPSILON};
  }

  private static double miss(double prediction, double target) {
    return StrictMath.log1p(Math.max(prediction, EPSILON))
        - StrictMath.log1p(Math.max(target, EPSILON));
  }
}
