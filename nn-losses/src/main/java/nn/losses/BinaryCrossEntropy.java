package nn.losses;

import nn.api.Link;
import nn.api.Named;
import nn.api.Param;
import nn.api.Range;

/**
 * The surprise at a yes-or-no target t, from 0 to 1, when yes had probability p: -w t ln p - (1 -
 * t) ln(1 - p) with the positive weight w, averaged over a row's outputs. The derivative is ((1 -
 * t) p - w t (1 - p)) / (p (1 - p)), which is (p - t) / (p (1 - p)) for w = 1.
 *
 * <p>At p = 0 and 1 both stay finite as in PyTorch: a logarithm is at least -100, a denominator at
 * least 1e-12. On the sigmoid's input z the fused form needs neither: w t softplus(-z) + (1 - t)
 * softplus(z), with derivative (1 - t) sigmoid(z) - w t sigmoid(-z). It is written so that a loss
 * and a gradient near 0 keep their digits however large z is.
 *
 * @param positiveWeight how many times a missed yes counts; PyTorch's {@code pos_weight}
 */
@Named(
    value = "binary-cross-entropy",
    aliases = "bce",
    summary = "Surprise at a yes-or-no target, for outputs that are probabilities.",
    formula = "-w t ln p - (1 - t) ln(1 - p), with w = positive-weight",
    source = "PyTorch BCELoss, fused: BCEWithLogitsLoss")
public record BinaryCrossEntropy(
    @Param(min = 0, help = "how many times a missed yes counts; noes / yeses balances them")
        double positiveWeight)
    implements FusedElementwise {
  /** PyTorch's default: yes and no count alike. */
  public BinaryCrossEntropy() {
    this(1);
  }

  @Override
  public String output() {
    return "sigmoid";
  }

  @Override
  public Range domain() {
    return Range.UNIT;
  }

  @Override
  public Range targetDomain() {
    return Range.UNIT;
  }

  @Override
  public double value(double prediction, double target) {
    double yes = Math.max(-100, StrictMath.log(prediction));
    double no = Math.max(-100, StrictMath.log1p(-prediction));
    return -positiveWeight * target * yes - (1 - target) * no;
  }

  @Override
  public double derivative(double prediction, double target) {
    double other = 1 - prediction;
    double slope = (1 - target) * prediction - positiveWeight * target * other;
    return slope / Math.max(1e-12, prediction * other);
  }

  @Override
  public Link link() {
    return Link.LOGISTIC;
  }

  @Override
  public double fusedValue(double z, double target) {
    return Logistic.surprise(z, positiveWeight * target, 1 - target);
  }

  @Override
  public double fusedDerivative(double z, double target) {
    return Logistic.surpriseSlope(z, positiveWeight * target, 1 - target);
  }
}
