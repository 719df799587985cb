package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * {@link Adam} whose v never shrinks: the root is taken of the largest v so far, so a rare large
 * gradient is not forgotten. The maximum is that of the uncorrected v, as in PyTorch and Keras. The
 * decay is added to g where {@link Block#decays()} says so.
 *
 * <p>Source: Reddi, Kale, Kumar: On the convergence of Adam and beyond (ICLR 2018).
 *
 * @param learningRate base rate
 * @param beta1 part of the mean gradient that is kept
 * @param beta2 part of the mean squared gradient that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    value = "amsgrad",
    summary =
        "Adam whose steps never grow back: it divides by the largest mean squared gradient so far.",
    formula = "w - rate m' / (sqrt(v') + epsilon), v the largest so far",
    source = "Reddi, Kale and Kumar 2018, PyTorch Adam with amsgrad")
public record AmsGrad(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean gradient") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the mean squared gradient") double beta2,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public AmsGrad() {
    this(0.001, 0.9, 0.999, 1e-8, 0);
  }

  @Override
  public int slots() {
    return 3;
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
    float[] largest = slots[2];
    float size = (float) (rate / Terms.gathered(beta1, step));
    float root = (float) (1 / Math.sqrt(Terms.gathered(beta2, step)));
    float decay = Terms.added(block, weightDecay);
    float keep = (float) beta2;
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float floor = (float) epsilon;
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      mean[i] = Math.fma(new1, g - mean[i], mean[i]);
      square[i] = Math.fma(keep, square[i], new2 * g * g);
      largest[i] = Math.max(largest[i], square[i]);
      float scale = Math.fma((float) Math.sqrt(largest[i]), root, floor);
      weights[i] = Math.fma(-size, mean[i] / scale, weights[i]);
    }
  }
}
