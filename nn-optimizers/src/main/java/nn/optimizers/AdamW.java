package nn.optimizers;

import nn.api.Block;
import nn.api.Named;
import nn.api.Param;

/**
 * {@link Adam} with decoupled decay: where {@link Block#decays()} says so, each weight first loses
 * the part rate decay of itself, w = (1 - rate decay) w, and then takes Adam's step, so the pull is
 * not divided by the gradient's size.
 *
 * <p>Source: Loshchilov, Hutter: Decoupled weight decay regularization (ICLR 2019), as in PyTorch;
 * Keras's default decay is 0.004.
 *
 * @param learningRate base rate
 * @param beta1 part of the mean gradient that is kept
 * @param beta2 part of the mean squared gradient that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight, times the rate, that each step takes away
 */
@Named(
    value = "adamw",
    summary = "Adam whose weight decay is a pull of its own, not part of the gradient.",
    formula = "(1 - rate decay) w - rate m' / (sqrt(v') + epsilon)",
    source = "Loshchilov and Hutter 2019, PyTorch AdamW")
public record AdamW(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean gradient") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the mean squared gradient") double beta2,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements AdamStep {
  /** PyTorch's defaults. */
  public AdamW() {
    this(0.001, 0.9, 0.999, 1e-8, 0.01);
  }

  @Override
  public float added(Block block) {
    return 0;
  }

  @Override
  public float kept(Block block, double rate) {
    return Terms.kept(block, rate, weightDecay);
  }
}
