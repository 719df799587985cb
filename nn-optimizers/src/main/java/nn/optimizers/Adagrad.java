package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Each weight's steps shrink with the sum of all its squared gradients: s = s + g^2, w = w - rate'
 * g / (sqrt(s) + epsilon), where rate' = rate / (1 + (step - 1) rateDecay). The decay is added to g
 * where {@link Block#decays()} says so.
 *
 * <p>Source: Duchi, Hazan, Singer: Adaptive subgradient methods (JMLR 2011), as in PyTorch; Keras
 * starts s at 0.1.
 *
 * @param learningRate base rate
 * @param rateDecay how fast the rate falls with the steps
 * @param initialAccumulator sum of squares at the start
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    summary = "Shrinks each weight's steps by all the gradient it has seen.",
    formula = "s + g^2, w - rate g / (sqrt(s) + epsilon)",
    source = "Duchi, Hazan and Singer 2011, PyTorch Adagrad")
public record Adagrad(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 1, help = "how fast the rate falls") double rateDecay,
    @Param(min = 0, max = 1e3, help = "sum of squares at the start") double initialAccumulator,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public Adagrad() {
    this(0.01, 0, 0, 1e-10, 0);
  }

  @Override
  public int slots() {
    return 1;
  }

  @Override
  public float initial(int slot) {
    return (float) initialAccumulator;
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
    float[] sum = slots[0];
    float size = (float) (rate / (1 + (step - 1) * rateDecay));
    float decay = Terms.added(block, weightDecay);
    float floor = (float) epsilon;
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      sum[i] = Math.fma(g, g, sum[i]);
      weights[i] = Math.fma(-size, g / ((float) Math.sqrt(sum[i]) + floor), weights[i]);
    }
  }
}
