package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate falls at once by the factor gamma after every {@code every} updates: gamma^floor(t /
 * every), t being the updates done. PyTorch's StepLR, which has no default for {@code every} and
 * usually counts epochs; here updates are counted.
 *
 * @param every updates between two drops
 * @param gamma factor of each drop; PyTorch's 0.1
 */
@Named(
    summary = "Drops the rate by a factor at regular intervals.",
    formula = "gamma^floor(t / every)",
    source = "PyTorch StepLR")
public record Step(
    @Param(min = 1, max = 1e9, log = true, help = "updates between two drops") long every,
    @Param(min = 1e-6, max = 1, log = true, help = "factor on the rate each time") double gamma)
    implements Schedule {
  /** A tenth after every 1,000 updates. */
  public Step() {
    this(1000, 0.1);
  }

  @Override
  public double factor(long number, long total) {
    long drops = (number - 1) / every;
    return StrictMath.pow(gamma, (double) drops);
  }
}
