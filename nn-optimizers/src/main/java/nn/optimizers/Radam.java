package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * {@link Adam} that waits: while rho, the number of gradients that v effectively knows, is at most
 * 5, it moves by the corrected mean gradient alone; afterwards Adam's step is scaled by the factor
 * r that makes its spread the same at every step. With the default beta2 the first five steps wait.
 * Epsilon is added before the correction of v, as in PyTorch. The decay is added to g where {@link
 * Block#decays()} says so.
 *
 * <p>Source: Liu and others: On the variance of the adaptive learning rate and beyond (ICLR 2020).
 *
 * @param learningRate base rate
 * @param beta1 part of the mean gradient that is kept
 * @param beta2 part of the mean squared gradient that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    summary = "Adam that is careful until it knows the size of the gradients.",
    formula = "w - rate r m' sqrt(1 - beta2^t) / (sqrt(v) + epsilon), or w - rate m' at first",
    source = "Liu and others 2020, PyTorch RAdam")
public record Radam(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean gradient") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the mean squared gradient") double beta2,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public Radam() {
    this(0.001, 0.9, 0.999, 1e-8, 0);
  }

  @Override
  public int slots() {
    return 2;
  }

  /** r times the correction of the root of v, or 0 while rho is at most 5. */
  private double rectification(long step) {
    double gathered = Terms.gathered(beta2, step);
    double end = 2 / (1 - beta2) - 1;
    double rho = end - 2 * step * (1 - gathered) / gathered;
    if (rho <= 5) {
      return 0;
    }
    double r = (rho - 4) * (rho - 2) * end / ((end - 4) * (end - 2) * rho);
    return Math.sqrt(r * gathered);
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
    double r = rectification(step);
    float size = (float) (rate * (r == 0 ? 1 : r) / Terms.gathered(beta1, step));
    boolean waits = r == 0;
    float floor = (float) epsilon;
    float decay = Terms.added(block, weightDecay);
    float keep = (float) beta2;
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      mean[i] = Math.fma(new1, g - mean[i], mean[i]);
      square[i] = Math.fma(keep, square[i], new2 * g * g);
      float scale = waits ? 1 : (float) Math.sqrt(square[i]) + floor;
      weights[i] = Math.fma(-size, mean[i] / scale, weights[i]);
    }
  }
}
