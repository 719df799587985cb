package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;

/** The loop of adam and adamw, which differ in where the decay enters. */
interface AdamStep extends ElementwiseOptimizer {
  /** Part of the mean gradient that is kept. */
  double beta1();

  /** Part of the mean squared gradient that is kept. */
  double beta2();

  /** Added to the corrected root. */
  double epsilon();

  /** Part of a weight that is added to its gradient. */
  float added(Block block);

  /** Part of a weight that is left before the step proper. */
  float kept(Block block, double rate);

  @Override
  default int slots() {
    return 2;
  }

  @Override
  default void update(
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
    float size = (float) (rate / Terms.gathered(beta1(), step));
    float root = (float) (1 / Math.sqrt(Terms.gathered(beta2(), step)));
    float decay = added(block);
    float left = kept(block, rate);
    float keep = (float) beta2();
    float new1 = (float) (1 - beta1());
    float new2 = (float) (1 - beta2());
    float floor = (float) epsilon();
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      mean[i] = Math.fma(new1, g - mean[i], mean[i]);
      square[i] = Math.fma(keep, square[i], new2 * g * g);
      float scale = Math.fma((float) Math.sqrt(square[i]), root, floor);
      weights[i] = Math.fma(-size, mean[i] / scale, left * weights[i]);
    }
  }
}
