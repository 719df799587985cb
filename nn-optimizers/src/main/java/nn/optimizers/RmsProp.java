package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Divides each gradient by the root of the running mean of its square: s = alpha s + (1 - alpha)
 * g^2, w = w - rate g / (sqrt(s) + epsilon). Centred, the mean gradient's square is taken off s,
 * never below 0; with momentum the quotients add up in a velocity. The decay is added to g where
 * {@link Block#decays()} says so.
 *
 * <p>Source: Hinton: Neural networks for machine learning, lecture 6e (2012), epsilon outside the
 * root and defaults as in PyTorch; Keras has rate 0.001, alpha 0.9 and epsilon inside the root.
 *
 * @param learningRate base rate
 * @param alpha part of the mean squared gradient that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight that is added to its gradient
 * @param momentum part of the velocity that is kept
 * @param centered whether to divide by the deviation instead of the size
 */
@Named(
    value = "rmsprop",
    summary = "Divides each gradient by its recent size.",
    formula = "s = alpha s + (1 - alpha) g^2, w - rate g / (sqrt(s) + epsilon)",
    source = "Hinton 2012, PyTorch RMSprop")
public record RmsProp(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean squared gradient") double alpha,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay,
    @Param(min = 0, max = 0.9999, help = "part of the velocity that is kept") double momentum,
    @Param(help = "take the mean gradient's square off") boolean centered)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public RmsProp() {
    this(0.01, 0.99, 1e-8, 0, 0, false);
  }

  @Override
  public int slots() {
    return 1 + (centered ? 1 : 0) + (momentum > 0 ? 1 : 0);
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
    float[] square = slots[0];
    float[] mean = slots[centered ? 1 : 0];
    float[] velocity = slots[slots() - 1];
    float size = (float) rate;
    float decay = Terms.added(block, weightDecay);
    float keep = (float) alpha;
    float fresh = (float) (1 - alpha);
    float floor = (float) epsilon;
    float roll = (float) momentum;
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      square[i] = Math.fma(keep, square[i], fresh * g * g);
      float spread = square[i];
      if (centered) {
        mean[i] = Math.fma(fresh, g - mean[i], mean[i]);
        spread = Math.max(0, Math.fma(-mean[i], mean[i], spread));
      }
      float move = g / ((float) Math.sqrt(spread) + floor);
      if (roll > 0) {
        move = Math.fma(roll, velocity[i], move);
        velocity[i] = move;
      }
      weights[i] = Math.fma(-size, move, weights[i]);
    }
  }
}
