package nn.losses;

import nn.api.Named;

/**
 * Every right label should lead every wrong one by 1: sum over right j and wrong i of max(0, 1 -
 * p_j + p_i) / C, for C labels. Predictions are scores. A target row holds a 0 or a 1 for each
 * label, where PyTorch takes a list of the right ones.
 */
@Named(
    summary = "Every right label should lead every wrong one; any number may be right.",
    formula = "sum_ji max(0, 1 - p_j + p_i) / C, j right, i wrong",
    source = "PyTorch MultiLabelMarginLoss")
public record MultiLabelMargin() implements Pairs {
  @Override
  public Targets targets() {
    return Targets.ONE_HOT;
  }

  @Override
  public double margin() {
    return 1;
  }

  @Override
  public int power() {
    return 1;
  }
}
