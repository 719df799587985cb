package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate rises along a cosine wave from 1 / div to the whole over the part {@code warmUp} of the
 * planned updates, then falls to 1 / (div finalDiv). PyTorch's OneCycleLR in two phases with the
 * base rate of the optimizer as its maximum; the momentum is not cycled. Beyond the plan it stays
 * at the end; without a plan it fails with a sentence.
 *
 * <p>Source: Smith, Topin: Super-convergence (2018).
 *
 * @param warmUp part of the training in which the rate rises
 * @param div whole rate over first rate
 * @param finalDiv first rate over last rate
 */
@Named(
    summary = "Raises the rate once, then lets it fall to almost nothing.",
    formula = "1 / div up to 1, down to 1 / (div finalDiv), along cosine waves",
    source = "Smith and Topin 2018, PyTorch OneCycleLR")
public record OneCycle(
    @Param(min = 0, max = 1, help = "part of the training in which the rate rises") double warmUp,
    @Param(min = 1, max = 1e6, log = true, help = "whole rate over first rate") double div,
    @Param(min = 1, max = 1e12, log = true, help = "first rate over last rate") double finalDiv)
    implements Schedule {
  /** PyTorch's defaults. */
  public OneCycle() {
    this(0.3, 25, 1e4);
  }

  private static double between(double from, double to, double done, double length) {
    return to + (from - to) * Plan.cosine(done < length ? done / length : 1);
  }

  @Override
  public double factor(long number, long total) {
    // The last update, not the one after it, has the last rate; so PyTorch counts.
    double done = Plan.done("one-cycle", number, total) * total;
    double top = warmUp * total - 1;
    return done <= top
        ? between(1 / div, 1, done, top)
        : between(1, 1 / (div * finalDiv), done - top, total - 1 - top);
  }
}
