package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Steps of about the size of the rate in every direction: m and v are running means of the gradient
 * and of its square, m = m + (1 - beta1) (g - m), v = beta2 v + (1 - beta2) g^2. Both start at 0,
 * which the factors 1 / (1 - beta^step) make good: w = w - rate m' / (sqrt(v') + epsilon). The
 * decay is added to g where {@link Block#decays()} says so.
 *
 * <p>Source: Kingma, Ba: Adam, a method for stochastic optimization (ICLR 2015); epsilon stands
 * outside the root, after the correction, as in PyTorch.
 *
 * @param learningRate base rate
 * @param beta1 part of the mean gradient that is kept
 * @param beta2 part of the mean squared gradient that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    summary = "Gives each weight its own step size from the recent size of its gradient.",
    formula = "w - rate m' / (sqrt(v') + epsilon)",
    source = "Kingma and Ba 2015, PyTorch Adam")
public record Adam(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean gradient") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the mean squared gradient") double beta2,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** The paper's and PyTorch's defaults. */
  public Adam() {
    this(0.001, 0.9, 0.999, 1e-8, 0);
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
    float[] square = slots[1];
    float size = (float) (rate / (1 - StrictMath.pow(beta1, (double) step)));
    float root = (float) (1 / Math.sqrt(1 - StrictMath.pow(beta2, (double) step)));
    float decay = block.decays() ? (float) weightDecay : 0;
    float keep = (float) beta2;
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float floor = (float) epsilon;
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      mean[i] = Math.fma(new1, g - mean[i], mean[i]);
      square[i] = Math.fma(keep, square[i], new2 * g * g);
      float scale = Math.fma((float) Math.sqrt(square[i]), root, floor);
      weights[i] = Math.fma(-size, mean[i] / scale, weights[i]);
    }
  }
}
