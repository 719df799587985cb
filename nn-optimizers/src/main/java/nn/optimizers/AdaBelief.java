package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * {@link Adam} that divides by how much the gradient surprises: s is the running mean of (g - m)^2,
 * so steps are large where the gradient is as expected, however steep. As in the paper epsilon is
 * added both to s at every step and to the root: s = beta2 s + (1 - beta2) (g - m)^2 + epsilon, w =
 * w - rate m' / (sqrt(s') + epsilon). Decay is decoupled, as in the paper's program: where {@link
 * Block#decays()} says so each weight first loses the part rate decay of itself.
 *
 * <p>Source: Zhuang and others: AdaBelief optimizer (NeurIPS 2020), with the epsilon 1e-16 of its
 * authors' program and of Optax; ND4J has 1e-14.
 *
 * @param learningRate base rate
 * @param beta1 part of the mean gradient that is kept
 * @param beta2 part of the mean squared surprise that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight, times the rate, that each step takes away
 */
@Named(
    value = "adabelief",
    summary = "Adam with long steps where the gradient is as expected.",
    formula = "w - rate m' / (sqrt(s') + epsilon), s of (g - m)^2",
    source = "Zhuang and others 2020")
public record AdaBelief(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean gradient") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the mean surprise") double beta2,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** The defaults of the paper's program, without its rectification. */
  public AdaBelief() {
    this(0.001, 0.9, 0.999, 1e-16, 0);
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
    float[] surprise = slots[1];
    float size = (float) (rate / Terms.gathered(beta1, step));
    float root = (float) (1 / Math.sqrt(Terms.gathered(beta2, step)));
    float left = Terms.kept(block, rate, weightDecay);
    float keep = (float) beta2;
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float floor = (float) epsilon;
    for (int i = from; i < to; i++) {
      float g = gradients[i];
      mean[i] = Math.fma(new1, g - mean[i], mean[i]);
      float off = g - mean[i];
      surprise[i] = Math.fma(keep, surprise[i], new2 * off * off) + floor;
      float scale = Math.fma((float) Math.sqrt(surprise[i]), root, floor);
      weights[i] = Math.fma(-size, mean[i] / scale, left * weights[i]);
    }
  }
}
