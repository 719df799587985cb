package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate falls to the part {@code end} over the planned updates along half a cosine wave: slowly,
 * fast, slowly. PyTorch's CosineAnnealingLR over the whole training. Beyond the plan it stays at
 * the end; without a plan it fails with a sentence.
 *
 * <p>Source: Loshchilov, Hutter: SGDR (ICLR 2017).
 *
 * @param end factor after the last update; PyTorch's 0
 */
@Named(
    summary = "Lets the rate fall to its end along half a cosine wave.",
    formula = "end + (1 - end) (1 + cos(pi t / total)) / 2",
    source = "Loshchilov and Hutter 2017, PyTorch CosineAnnealingLR")
public record Cosine(@Param(min = 0, max = 1, help = "factor at the end") double end)
    implements Schedule {
  /** To 0. */
  public Cosine() {
    this(0);
  }

  @Override
  public double factor(long number, long total) {
    return end + (1 - end) * Plan.cosine(Plan.done("cosine", number, total));
  }
}
