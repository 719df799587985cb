package nn.core.sample;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/** w = w - rate g. */
@Named(value = "sgd", summary = "One step downhill.", formula = "w - rate g")
public record SampleSgd(@Param(min = 0, log = true, help = "step size") double learningRate)
    implements ElementwiseOptimizer {
  public SampleSgd() {
    this(0.01);
  }

  @Override
  public int slots() {
    return 0;
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
    for (int i = from; i < to; i++) {
      weights[i] = (float) (weights[i] - rate * gradients[i]);
    }
  }
}
