package nn.losses;

import nn.api.Named;

/**
 * Binary cross-entropy on scores instead of probabilities, for rows in which any number of labels
 * may be right: t ln(1 + e^-p) + (1 - t) ln(1 + e^p), averaged over the labels, with derivative
 * sigmoid(p) - t. A target row holds a 0 or a 1 for each label.
 */
@Named(
    summary = "Any number of labels may be right; outputs are scores, above 0 for yes.",
    formula = "t ln(1 + exp(-p)) + (1 - t) ln(1 + exp(p))",
    source = "PyTorch MultiLabelSoftMarginLoss")
public record MultiLabelSoftMargin() implements OnIdentity {
  @Override
  public double boundary() {
    return 0;
  }

  @Override
  public double value(double prediction, double target) {
    return Logistic.surprise(prediction, target, 1 - target);
  }

  @Override
  public double derivative(double prediction, double target) {
    return Logistic.surpriseSlope(prediction, target, 1 - target);
  }
}
