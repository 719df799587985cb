package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate falls to the part {@code end} over the planned updates: end + (1 - end) (1 - t /
 * total)^power, t being the updates done; a straight line with power 1. PyTorch's PolynomialLR over
 * the whole training, with Keras's end (there an absolute rate). Beyond the plan it stays at the
 * end; without a plan it fails with a sentence.
 *
 * @param power 1 for a straight line; PyTorch's default
 * @param end factor after the last update
 */
@Named(
    summary = "Lets the rate fall to its end along a line or a power of it.",
    formula = "end + (1 - end) (1 - t / total)^power",
    source = "PyTorch PolynomialLR, Keras 3 PolynomialDecay")
public record Polynomial(
    @Param(min = 0, max = 10, help = "1 for a straight line") double power,
    @Param(min = 0, max = 1, help = "factor at the end") double end)
    implements Schedule {
  /** A straight line to 0. */
  public Polynomial() {
    this(1, 0);
  }

  @Override
  public double factor(long number, long total) {
    double left = 1 - Plan.done("polynomial", number, total);
    return end + (1 - end) * StrictMath.pow(left, power);
  }
}
