package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * One schedule for the first {@code at} updates, another from then on. Each counts from its own
 * start and to its own end: the first is told a plan of {@code at} updates, the second what is left
 * of the plan, as in PyTorch's SequentialLR. Nest it for more than two.
 *
 * @param first the first schedule
 * @param at updates under the first schedule
 * @param second the second schedule
 */
@Named(
    summary = "One schedule first, then another.",
    formula = "first(t), then second(t - at)",
    source = "PyTorch SequentialLR")
public record Sequence(
    @Param(help = "the first schedule") Schedule first,
    @Param(min = 1, max = 1e9, log = true, help = "updates under the first") long at,
    @Param(help = "the second schedule") Schedule second)
    implements Schedule {
  /** A warm-up over 100 updates, then half a cosine wave. */
  public Sequence() {
    this(new LinearWarmUp(), 100, new Cosine());
  }

  @Override
  public double factor(long number, long total) {
    if (number <= at) {
      return first.factor(number, at);
    }
    return second.factor(number - at, total == 0 ? 0 : Math.max(1, total - at));
  }
}
