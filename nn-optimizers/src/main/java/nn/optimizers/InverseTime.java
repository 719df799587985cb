package nn.optimizers;

import nn.api.Named;
import nn.api.Param;
import nn.api.Schedule;

/**
 * The rate falls fast, then ever more slowly: 1 / (1 + gamma t / every)^power, t being the updates
 * done. With power 1 Keras's InverseTimeDecay; with power 0.5 the root that theory asks of
 * stochastic descent.
 *
 * @param gamma how fast the rate falls
 * @param every updates that count as one unit of time
 * @param power power of the fall
 */
@Named(
    summary = "Lets the rate fall like one over time.",
    formula = "1 / (1 + gamma t / every)^power",
    source = "Keras 3 InverseTimeDecay")
public record InverseTime(
    @Param(min = 0, max = 1e3, help = "how fast the rate falls") double gamma,
    @Param(min = 1, max = 1e9, log = true, help = "updates that count as one unit of time")
        long every,
    @Param(min = 0, max = 10, help = "power of the fall") double power)
    implements Schedule {
  /** Half after 1,000 updates. */
  public InverseTime() {
    this(1, 1000, 1);
  }

  @Override
  public double factor(long number, long total) {
    return StrictMath.pow(1 + gamma * (number - 1) / every, -power);
  }
}
