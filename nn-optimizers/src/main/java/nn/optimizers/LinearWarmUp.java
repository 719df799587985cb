package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate rises in a straight line from the part {@code start} to the whole over {@code steps}
 * updates, then stays: PyTorch's LinearLR. Put it before another schedule with {@link Sequence} or
 * over it with {@link Product}.
 *
 * @param steps updates until the rate is whole; 100, where PyTorch has 5
 * @param start factor at the first update; PyTorch's third
 */
@Named(
    summary = "Raises the rate in a straight line at the start of training.",
    formula = "start + (1 - start) min(1, t / steps)",
    source = "PyTorch LinearLR")
public record LinearWarmUp(
    @Param(min = 1, max = 1e9, log = true, help = "updates until the rate is whole") long steps,
    @Param(min = 0, max = 1, help = "factor at the first update") double start)
    implements Schedule {
  /** From a third over 100 updates. */
  public LinearWarmUp() {
    this(100, 1.0 / 3);
  }

  @Override
  public double factor(long number, long total) {
    return start + (1 - start) * Math.min(1, (number - 1) / (double) steps);
  }
}
