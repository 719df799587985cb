package nn.demo.story;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;

/**
 * Leaves the biases as they are, so that a lesson has one number to follow.
 *
 * @param optimizer changes everything else
 */
public record WeightsOnly(ElementwiseOptimizer optimizer) implements ElementwiseOptimizer {
  @Override
  public double learningRate() {
    return optimizer.learningRate();
  }

  @Override
  public int slots() {
    return optimizer.slots();
  }

  @Override
  public float initial(int slot) {
    return optimizer.initial(slot);
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
    if (block.role() != Block.Role.BIAS) {
      optimizer.update(step, rate, block, weights, gradients, slots, from, to);
    }
  }
}
