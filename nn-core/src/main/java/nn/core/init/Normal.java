package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/**
 * Normal, whatever the size of the layer.
 *
 * @param mean centre; 0
 * @param deviation standard deviation; PyTorch's 1, where Keras has 0.05
 */
@Named(
    summary = "Normal numbers around mean.",
    formula = "N(mean, deviation^2)",
    source = "PyTorch normal_")
public record Normal(
    @Param(min = -1e6, max = 1e6, help = "centre") double mean,
    @Param(min = 0, max = 1e6, help = "standard deviation") double deviation)
    implements Initializer {
  /** Mean 0, deviation 1. */
  public Normal() {
    this(0, 1);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.normal(w, mean, deviation, random);
  }
}
