package nn.losses;

import nn.api.Link;
import nn.api.Named;
import nn.api.Range;

/**
 * The surprise at a yes-or-no target t, from 0 to 1, when yes had probability p: -t ln p - (1 - t)
 * ln(1 - p), averaged over a row's outputs. The derivative is (p - t) / (p (1 - p)).
 *
 * <p>At p = 0 and 1 both stay finite as in PyTorch: a logarithm is at least -100, a denominator at
 * least 1e-12. On the sigmoid's input z the fused form needs neither: t softplus(-z) + (1 - t)
 * softplus(z), which equals max(z, 0) - z t + ln(1 + e^-|z|), with derivative sigmoid(z) - t. It is
 * written so that a loss and a gradient near 0 keep their digits however large z is.
 */
@Named(
    value = "binary-cross-entropy",
    aliases = "bce",
    summary = "Surprise at a yes-or-no target, for outputs that are probabilities.",
    formula = "-t ln p - (1 - t) ln(1 - p)",
    source = "PyTorch BCELoss, fused: BCEWithLogitsLoss")
public record BinaryCrossEntropy() implements FusedElementwise {
  @Override
  public String output() {
    return "sigmoid";
  }

  @Override
  public Range domain() {
    return Range.UNIT;
  }

  @Override
  public double value(double prediction, double target) {
    double yes = Math.max(-100, StrictMath.log(prediction));
    double no = Math.max(-100, StrictMath.log1p(-prediction));
    return -target * yes - (1 - target) * no;
  }

  @Override
  public double derivative(double prediction, double target) {
    return (prediction - target) / Math.max(1e-12, prediction * (1 - prediction));
  }

  @Override
  public Link link() {
    return Link.LOGISTIC;
  }

  @Override
  public double fusedValue(double z, double target) {
    return target * softplus(-z) + (1 - target) * softplus(z);
  }

  @Override
  public double fusedDerivative(double z, double target) {
    return (1 - target) * sigmoid(z) - target * sigmoid(-z);
  }

  /** ln(1 + e^z). */
  private static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
  }

  private static double sigmoid(double z) {
    double e = StrictMath.exp(-Math.abs(z));
    return (z < 0 ? e : 1) / (1 + e);
  }
}
