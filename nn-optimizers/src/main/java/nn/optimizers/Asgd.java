package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Gradient descent with a falling rate and an average of the weights: eta = rate / (1 + lambda rate
 * (step - 1))^alpha, w = (1 - lambda eta) w - eta g, a = a + (w - a) / max(1, step - 1 - t0). As in
 * PyTorch the average a is state only: it is kept in a slot, and the network keeps w. A schedule's
 * change of the rate acts at once, in PyTorch one update later. Lambda and the decay apply where
 * {@link Block#decays()} says so; since lambda does, weights move without a gradient.
 *
 * <p>Source: Polyak, Juditsky: Acceleration of stochastic approximation by averaging (1992), as in
 * PyTorch.
 *
 * @param learningRate base rate
 * @param lambda pull of the weights towards 0, and how fast the rate falls
 * @param alpha power of the falling rate
 * @param t0 step after which the average starts; before it a is w
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    summary = "Gradient descent with a falling rate that also averages the weights.",
    formula = "(1 - lambda eta) w - eta g",
    source = "Polyak and Juditsky 1992, PyTorch ASGD")
public record Asgd(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 1, help = "pull towards 0, and how fast the rate falls") double lambda,
    @Param(min = 0, max = 1, help = "power of the falling rate") double alpha,
    @Param(min = 1, max = 1e12, log = true, help = "step after which to average") double t0,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public Asgd() {
    this(0.01, 1e-4, 0.75, 1e6, 0);
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
    float[] average = slots[0];
    double eta = rate / Terms.raised(1 + lambda * rate * (step - 1), alpha);
    float size = (float) eta;
    float left = Terms.kept(block, eta, lambda);
    float decay = Terms.added(block, weightDecay);
    float share = (float) (1 / Math.max(1, step - 1 - t0));
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      weights[i] = Math.fma(-size, g, left * weights[i]);
      average[i] = share == 1 ? weights[i] : Math.fma(share, weights[i] - average[i], average[i]);
    }
  }
}
