package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * Two schedules at once: their factors are multiplied, as PyTorch's ChainedScheduler does where
 * neither has a rate to end at. Nest it for more than two.
 *
 * @param first the first schedule
 * @param second the second schedule
 */
@Named(
    summary = "Two schedules at once, multiplied.",
    formula = "first(t) second(t)",
    source = "PyTorch ChainedScheduler")
public record Product(
    @Param(help = "the first schedule") Schedule first,
    @Param(help = "the second schedule") Schedule second)
    implements Schedule {
  /** A warm-up over 100 updates on half a cosine wave. */
  public Product() {
    this(new LinearWarmUp(), new Cosine());
  }

  @Override
  public double factor(long number, long total) {
    return first.factor(number, total) * second.factor(number, total);
  }
}
