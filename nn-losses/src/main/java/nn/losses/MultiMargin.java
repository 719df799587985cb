package nn.losses;

import nn.api.Named;
import nn.api.Param;

/**
 * The right class c should lead every other by a margin: sum over j other than c of max(0, margin -
 * p_c + p_j)^p / C, for C classes. Predictions are scores, the target is a class number.
 *
 * @param p the power of what a lead lacks, 1 or 2
 * @param margin the lead that is enough
 */
@Named(
    summary = "The right class should lead every other by a margin.",
    formula = "sum_j max(0, margin - p_c + p_j)^p / C, j other than the right class c",
    source = "PyTorch MultiMarginLoss")
public record MultiMargin(
    @Param(min = 1, max = 2, help = "1: what the lead lacks; 2: its square") int p,
    @Param(min = 0, help = "lead that is enough") double margin)
    implements Pairs {
  /** PyTorch's defaults: power 1, margin 1. */
  public MultiMargin() {
    this(1, 1);
  }

  @Override
  public Targets targets() {
    return Targets.INDEX;
  }

  @Override
  public int power() {
    return p;
  }
}
