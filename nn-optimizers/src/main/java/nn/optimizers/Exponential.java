package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate falls smoothly, by the factor gamma over {@code every} updates: gamma^(t / every), t
 * being the updates done; the smooth form of {@link Step}. With {@code every = 1} it is PyTorch's
 * ExponentialLR stepped at each update, otherwise Keras's ExponentialDecay.
 *
 * @param gamma factor over {@code every} updates
 * @param every updates over which the rate falls by gamma
 */
@Named(
    summary = "Lets the rate fall by the same factor over equal spans.",
    formula = "gamma^(t / every)",
    source = "PyTorch ExponentialLR, Keras 3 ExponentialDecay")
public record Exponential(
    @Param(min = 1e-6, max = 1, log = true, help = "factor on the rate each time") double gamma,
    @Param(min = 1, max = 1e9, log = true, help = "updates over which the rate falls by gamma")
        long every)
    implements Schedule {
  /** A tenth over 1,000 updates. */
  public Exponential() {
    this(0.1, 1000);
  }

  @Override
  public double factor(long number, long total) {
    return StrictMath.pow(gamma, (number - 1) / (double) every);
  }
}
