package nn.core.init;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Normal given that it lies between min and max, whatever the size of the layer. As in PyTorch the
 * bounds are numbers, not deviations, and the deviation is the one before the cut; Keras always
 * cuts at two deviations. Bounds that both lie more than 7 deviations to one side of the mean are
 * too far out for the inverse of the distribution function: numbers heap up at them.
 *
 * @param mean centre before the cut; 0
 * @param deviation standard deviation before the cut; PyTorch's 1, where Keras has 0.05
 * @param min smallest number; PyTorch's -2
 * @param max largest number; PyTorch's 2
 */
@Named(
    summary = "Normal numbers around mean, none outside min and max.",
    formula = "N(mean, deviation^2) given min <= w <= max",
    source = "PyTorch trunc_normal_")
public record TruncatedNormal(
    @Param(min = -1e6, max = 1e6, help = "centre before the cut") double mean,
    @Param(min = 1e-12, max = 1e6, help = "deviation before the cut") double deviation,
    @Param(min = -1e6, max = 1e6, help = "smallest number") double min,
    @Param(min = -1e6, max = 1e6, help = "largest number") double max)
    implements Initializer {
  /** PyTorch's defaults. */
  public TruncatedNormal() {
    this(0, 1, -2, 2);
  }

  /**
   * Refuses an empty range.
   *
   * @throws IllegalArgumentException if min lies above max
   */
  public TruncatedNormal {
    checkArgument(
        min <= max, "min must not exceed max, got min %s and max %s; swap them.", min, max);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.truncated(w, new NormalDistribution(null, mean, deviation), min, max, random);
  }
}
