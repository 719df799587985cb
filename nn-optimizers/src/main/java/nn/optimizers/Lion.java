package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Every weight moves by the rate, up or down: the sign of beta1 m + (1 - beta1) g decides. The
 * momentum is updated last, with its own share: m = beta2 m + (1 - beta2) g. Where {@link
 * Block#decays()} says so each weight first loses the part rate decay of itself.
 *
 * <p>Source: Chen and others: Symbolic discovery of optimization algorithms (NeurIPS 2023), with
 * Keras 3's defaults, the only one of the leaders that has it.
 *
 * @param learningRate base rate
 * @param beta1 share of the momentum in the direction
 * @param beta2 part of the momentum that is kept
 * @param weightDecay part of the weight, times the rate, that each step takes away
 */
@Named(
    summary = "Moves every weight by the rate, in the direction of its mean gradient.",
    formula = "w - rate sign(beta1 m + (1 - beta1) g)",
    source = "Chen and others 2023, Keras 3 Lion")
public record Lion(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "share of the momentum in the step") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the momentum") double beta2,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** Keras 3's defaults. */
  public Lion() {
    this(0.001, 0.9, 0.99, 0);
  }

  @Override
  public int slots() {
    return 1;
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
    float[] momentum = slots[0];
    float size = (float) rate;
    float left = Terms.kept(block, rate, weightDecay);
    float part = (float) beta1;
    float rest = (float) (1 - beta1);
    float fresh = (float) (1 - beta2);
    for (int i = from; i < to; i++) {
      float g = gradients[i];
      float m = momentum[i];
      float sign = Sign.of(Math.fma(part, m, rest * g));
      weights[i] = Math.fma(-size, sign, left * weights[i]);
      momentum[i] = Math.fma(fresh, g - m, m);
    }
  }
}
