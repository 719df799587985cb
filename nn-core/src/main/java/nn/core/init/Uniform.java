package nn.core.init;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/**
 * Uniform between two numbers, whatever the size of the layer.
 *
 * @param min smallest; PyTorch's 0, where Keras has -0.05
 * @param max largest, reached only by rounding; PyTorch's 1, where Keras has 0.05
 */
@Named(
    summary = "Equally likely numbers between min and max.",
    formula = "U(min, max)",
    source = "PyTorch uniform_")
public record Uniform(
    @Param(min = -1e6, max = 1e6, help = "smallest number") double min,
    @Param(min = -1e6, max = 1e6, help = "largest number") double max)
    implements Initializer {
  /** From 0 to 1. */
  public Uniform() {
    this(0, 1);
  }

  /**
   * Refuses an empty range.
   *
   * @throws IllegalArgumentException if min lies above max
   */
  public Uniform {
    checkArgument(
        min <= max, "min must not exceed max, got min %s and max %s; swap them.", min, max);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    Chance.fill(w, () -> min + (max - min) * random.nextDouble());
  }
}
