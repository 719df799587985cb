package custom;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/** Steps of one size, in the direction that the last gradients agree on. */
@Named(summary = "Steps of equal size against the mean gradient's sign.", formula = "w - rate sign(m)")
public record Signum(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.9999, help = "part of the mean that is kept") double momentum)
    implements ElementwiseOptimizer {
  public Signum() {
    this(0.001, 0.9);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public void update(long step, double rate, Block block, float[] weights, float[] gradients,
      float[][] slots, int from, int to) {
    float[] mean = slots[0];
    for (int i = from; i < to; i++) {
      mean[i] = (float) (momentum * mean[i] + (1 - momentum) * gradients[i]);
      weights[i] -= (float) rate * Math.signum(mean[i]);
    }
  }
}
