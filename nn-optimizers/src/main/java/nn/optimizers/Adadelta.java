package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Steps in the unit of the weight: s and d are running means of the squared gradient and of the
 * squared step, and the step is u = sqrt(d + epsilon) / sqrt(s + epsilon) g, w = w - rate u. The
 * decay is added to g where {@link Block#decays()} says so.
 *
 * <p>Source: Zeiler: ADADELTA, an adaptive learning rate method (2012), as in PyTorch; Keras's rate
 * of 0.001 makes it a thousand times slower.
 *
 * @param learningRate base rate
 * @param rho part of both means that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    summary = "Chooses the step sizes itself, from the sizes of earlier steps and gradients.",
    formula = "w - rate sqrt(d + epsilon) / sqrt(s + epsilon) g",
    source = "Zeiler 2012, PyTorch Adadelta")
public record Adadelta(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of both means") double rho,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public Adadelta() {
    this(1, 0.9, 1e-6, 0);
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
    float[] square = slots[0];
    float[] moved = slots[1];
    float size = (float) rate;
    float decay = Terms.added(block, weightDecay);
    float keep = (float) rho;
    float fresh = (float) (1 - rho);
    float floor = (float) epsilon;
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      square[i] = Math.fma(keep, square[i], fresh * g * g);
      float scale = (float) Math.sqrt(square[i] + floor);
      float move = (float) Math.sqrt(moved[i] + floor) / scale * g;
      moved[i] = Math.fma(keep, moved[i], fresh * move * move);
      weights[i] = Math.fma(-size, move, weights[i]);
    }
  }
}
