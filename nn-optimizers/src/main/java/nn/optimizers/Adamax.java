package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * {@link Adam} with the largest recent gradient in place of the root: u = max(beta2 u, |g| +
 * epsilon), w = w - rate m' / u. The decay is added to g where {@link Block#decays()} says so.
 *
 * <p>Source: Kingma, Ba: Adam, a method for stochastic optimization (ICLR 2015), section 7, as in
 * PyTorch; Keras has rate 0.001.
 *
 * @param learningRate base rate
 * @param beta1 part of the mean gradient that is kept
 * @param beta2 part of the largest recent gradient that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    summary = "Adam that divides by the largest recent gradient.",
    formula = "w - rate m' / max(beta2 u, |g| + epsilon)",
    source = "Kingma and Ba 2015, PyTorch Adamax")
public record Adamax(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean gradient") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the largest gradient") double beta2,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public Adamax() {
    this(0.002, 0.9, 0.999, 1e-8, 0);
  }

  @Override
  public int slots() {
    return 2;
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
    float[] mean = slots[0];
    float[] largest = slots[1];
    float size = (float) (rate / Terms.gathered(beta1, step));
    float decay = Terms.added(block, weightDecay);
    float keep = (float) beta2;
    float fresh = (float) (1 - beta1);
    float floor = (float) epsilon;
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      mean[i] = Math.fma(fresh, g - mean[i], mean[i]);
      largest[i] = Math.max(keep * largest[i], Math.abs(g) + floor);
      weights[i] = Math.fma(-size, mean[i] / largest[i], weights[i]);
    }
  }
}
