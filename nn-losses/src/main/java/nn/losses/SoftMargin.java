package nn.losses;

import nn.api.Named;

/**
 * A hinge without a corner: ln(1 + e^(-t p)), with derivative -t / (1 + e^(t p)). Targets are -1
 * and 1 as in PyTorch, or 0 and 1, where 0 counts as -1. Averaged over a row's outputs.
 */
@Named(
    summary = "A smooth hinge for yes-or-no targets; binary cross-entropy on scores.",
    formula = "ln(1 + exp(-t p)), t = -1 or 1",
    source = "PyTorch SoftMarginLoss")
public record SoftMargin() implements Margin {
  @Override
  public double loss(double margin) {
    return Logistic.softplus(-margin);
  }

  @Override
  public double slope(double margin) {
    return -Logistic.sigmoid(-margin);
  }
}
