package nn.optimizers;

import nn.api.Block;
import nn.api.BlockOptimizer;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;

/**
 * Momentum whose rate fits each block: it moves by the part trust of its own length, whatever the
 * length of its gradient. With q = trust |w| / (|g| + decay |w|): v = momentum v + rate q (g +
 * decay w), w = w - v. Where a length is 0, as for biases at the start, q is 1. The rate stands
 * inside the velocity, and the decay is that of the paper, added to g, where {@link Block#decays()}
 * says so.
 *
 * <p>Source: You, Gitman, Ginsburg: Large batch training of convolutional networks (2017); trust
 * and momentum are its defaults, it has none for the rate.
 *
 * @param learningRate base rate
 * @param trust part of its length that a block moves by at rate 1
 * @param momentum part of the velocity that is kept
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    summary = "Momentum with a rate for each layer, in proportion to its weights.",
    formula = "v = momentum v + rate trust |w| / |g| g, w - v",
    source = "You, Gitman and Ginsburg 2017")
public record Lars(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 1e-9, max = 1, log = true, help = "part of its length that a block moves by")
        double trust,
    @Param(min = 0, max = 0.9999, help = "part of the velocity that is kept") double momentum,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements BlockOptimizer {
  /** Rate 0.1, the rest as in the paper, without decay. */
  public Lars() {
    this(0.1, 0.001, 0.9, 0);
  }

  @Override
  public int stateSize(Block block) {
    return block.size();
  }

  @Override
  public void update(
      long step,
      double rate,
      Block block,
      float[] weights,
      float[] gradients,
      float[] state,
      int stateAt,
      float[] scratch,
      Kernels kernels) {
    int at = block.offset();
    float decay = Terms.added(block, weightDecay);
    float size = (float) (rate * quotient(block, weights, gradients, decay));
    float keep = (float) momentum;
    for (int i = 0; i < block.size(); i++) {
      float g = Math.fma(decay, weights[at + i], gradients[at + i]);
      float v = Math.fma(keep, state[stateAt + i], size * g);
      state[stateAt + i] = v;
      weights[at + i] -= v;
    }
  }

  private double quotient(Block block, float[] weights, float[] gradients, double decay) {
    double length = Norms.length(weights, block.offset(), block.end());
    double slope = Norms.length(gradients, block.offset(), block.end());
    return length == 0 || slope == 0 ? 1 : trust * length / (slope + decay * length);
  }
}
