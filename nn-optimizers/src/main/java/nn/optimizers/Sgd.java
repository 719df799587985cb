package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Gradient descent: w = w - rate (g + decay w). The decay applies where {@link Block#decays()} says
 * so.
 *
 * @param learningRate base rate; PyTorch's default 0.001
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    summary = "Moves each weight against its gradient, by the rate times the gradient.",
    formula = "w - rate (g + decay w)",
    source = "PyTorch SGD")
public record Sgd(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public Sgd() {
    this(0.001, 0);
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
    float size = (float) rate;
    float decay = Terms.added(block, weightDecay);
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      weights[i] = Math.fma(-size, g, weights[i]);
    }
  }
}
