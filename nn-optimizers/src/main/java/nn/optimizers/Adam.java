package nn.optimizers;

import nn.api.Block;
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
    implements AdamStep {
  /** The paper's and PyTorch's defaults. */
  public Adam() {
    this(0.001, 0.9, 0.999, 1e-8, 0);
  }

  @Override
  public float added(Block block) {
    return Terms.added(block, weightDecay);
  }

  @Override
  public float kept(Block block, double rate) {
    return 1;
  }
}
