package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate climbs from the part {@code base} to the whole over {@code up} updates, falls back over
 * {@code down}, and begins anew. The climbs stay as high, halve each time, or shrink by gamma with
 * every update. PyTorch's CyclicLR with the base rate of the optimizer as its maximum; it has no
 * default for the base, the paper names a third or a quarter. The momentum is not cycled.
 *
 * <p>Source: Smith: Cyclical learning rates for training neural networks (WACV 2017).
 *
 * @param up updates of a climb
 * @param down updates of a fall
 * @param base factor between the cycles
 * @param mode how the climbs change
 * @param gamma factor on the height at each update, for {@link Mode#EXP_RANGE}
 */
@Named(
    summary = "Lets the rate climb and fall in straight lines, again and again.",
    formula = "base + (1 - base) h, h climbing from 0 to 1 and back, scaled by mode",
    source = "Smith 2017, PyTorch CyclicLR")
public record Cyclic(
    @Param(min = 1, max = 1e9, log = true, help = "updates of a climb") long up,
    @Param(min = 1, max = 1e9, log = true, help = "updates of a fall") long down,
    @Param(min = 0, max = 1, help = "factor between the cycles") double base,
    @Param(help = "how the climbs change") Mode mode,
    @Param(
            min = 1e-6,
            max = 1,
            log = true,
            help = "factor of the climbs at each update, for exp-range")
        double gamma)
    implements Schedule {
  /** How the climbs change over time. */
  public enum Mode {
    /** They stay as high. */
    TRIANGULAR,
    /** They halve with every cycle. */
    TRIANGULAR2,
    /** They shrink by gamma with every update. */
    EXP_RANGE
  }

  /** PyTorch's lengths, from a quarter, climbs that stay as high. */
  public Cyclic() {
    this(2000, 2000, 0.25, Mode.TRIANGULAR, 1);
  }

  private double scale(long done, long cycle) {
    return switch (mode) {
      case TRIANGULAR -> 1;
      case TRIANGULAR2 -> StrictMath.pow(2, (double) -cycle);
      case EXP_RANGE -> StrictMath.pow(gamma, (double) done);
    };
  }

  @Override
  public double factor(long number, long total) {
    long done = number - 1;
    long cycle = done / (up + down);
    long within = done % (up + down);
    double height = within <= up ? within / (double) up : (up + down - within) / (double) down;
    return base + (1 - base) * height * scale(done, cycle);
  }
}
