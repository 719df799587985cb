package nn.core.sample;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/** v = momentum v + g, w = w - rate v. */
@Named(
    value = "momentum",
    summary = "A ball that rolls downhill.",
    formula = "v = m v + g, w - rate v")
public record SampleMomentum(
    @Param(min = 0, log = true, help = "step size") double learningRate,
    @Param(min = 0, max = 1, help = "share of the speed that is kept") double momentum)
    implements ElementwiseOptimizer {
  public SampleMomentum() {
    this(0.01, 0.9);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public void update(
      long step,
      double rate,
      Block block,
      float[] weights,
      float[] gradients,
      float[][] slots,
      int from,
      int to) {
    float[] speed = slots[0];
    for (int i = from; i < to; i++) {
      speed[i] = (float) (momentum * speed[i] + gradients[i]);
      weights[i] = (float) (weights[i] - rate * speed[i]);
    }
  }
}
