package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * {@link Adam} whose v moves by at most (1 - beta2) g^2 a step, up or down: v = v - (1 - beta2)
 * sign(v - g^2) g^2, so that it does not collapse after large gradients. v starts at
 * initialAccumulator; m starts at 0 as in the paper, where Optax starts it like v. Without decay,
 * as in Optax.
 *
 * <p>Source: Zaheer and others: Adaptive methods for nonconvex optimization (NeurIPS 2018); rate as
 * in the paper, the rest as in Optax.
 *
 * @param learningRate base rate
 * @param beta1 part of the mean gradient that is kept
 * @param beta2 part of the mean squared gradient that is kept
 * @param epsilon keeps the division finite
 * @param initialAccumulator v at the start
 */
@Named(
    summary = "Adam whose memory of the gradient's size changes gently.",
    formula = "v - (1 - beta2) sign(v - g^2) g^2, w - rate m' / (sqrt(v') + epsilon)",
    source = "Zaheer and others 2018, Optax yogi")
public record Yogi(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean gradient") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the mean squared gradient") double beta2,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1e3, help = "mean square at the start") double initialAccumulator)
    implements ElementwiseOptimizer {
  /** Rate 0.01, the rest as in Optax. */
  public Yogi() {
    this(0.01, 0.9, 0.999, 1e-3, 1e-6);
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public float initial(int slot) {
    return slot == 0 ? 0 : (float) initialAccumulator;
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
    float size = (float) (rate / Terms.gathered(beta1, step));
    float root = (float) (1 / Math.sqrt(Terms.gathered(beta2, step)));
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float floor = (float) epsilon;
    for (int i = from; i < to; i++) {
      float g = gradients[i];
      mean[i] = Math.fma(new1, g - mean[i], mean[i]);
      square[i] = Math.fma(-new2 * Sign.of(square[i] - g * g), g * g, square[i]);
      float scale = Math.fma((float) Math.sqrt(square[i]), root, floor);
      weights[i] = Math.fma(-size, mean[i] / scale, weights[i]);
    }
  }
}
