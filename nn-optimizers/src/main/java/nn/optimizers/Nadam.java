package nn.optimizers;

import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * {@link Adam} that looks ahead along its mean gradient, as Nesterov's momentum does. The momentum
 * mu(t) = beta1 (1 - 0.96^(t momentumDecay) / 2) grows from half of beta1; with p(t) the product of
 * all mu so far, w = w - rate ((1 - mu(t)) / (1 - p(t)) g + mu(t + 1) / (1 - p(t + 1)) m) /
 * (sqrt(v') + epsilon). The decay is added to g where {@link Block#decays()} says so.
 *
 * <p>Source: Dozat: Incorporating Nesterov momentum into Adam (2016), as in PyTorch; Keras fixes
 * the momentum decay to 1.
 *
 * @param learningRate base rate
 * @param beta1 part of the mean gradient that is kept
 * @param beta2 part of the mean squared gradient that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight that is added to its gradient
 * @param momentumDecay how fast the momentum reaches beta1
 */
@Named(
    summary = "Adam that looks ahead along its mean gradient.",
    formula = "w - rate (a g + b m) / (sqrt(v') + epsilon), a and b from a growing momentum",
    source = "Dozat 2016, PyTorch NAdam")
public record Nadam(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean gradient") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the mean squared gradient") double beta2,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay,
    @Param(min = 0, max = 1, help = "how fast the momentum reaches beta1") double momentumDecay)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public Nadam() {
    this(0.002, 0.9, 0.999, 1e-8, 0, 0.004);
  }

  @Override
  public int slots() {
    return 2;
  }

  private double mu(long step) {
    return beta1 * (1 - 0.5 * Terms.raised(0.96, step * momentumDecay));
  }

  /** mu(1) ... mu(step); once too small to change 1 it need not be known more exactly. */
  private double product(long step) {
    double product = 1;
    for (long t = 1; t <= step && product > 1e-17; t++) {
      product *= mu(t);
    }
    return product;
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
    double product = product(step);
    double next = mu(step + 1);
    float now = (float) (rate * (1 - mu(step)) / (1 - product));
    float ahead = (float) (rate * next / (1 - product * next));
    float root = (float) (1 / Math.sqrt(Terms.gathered(beta2, step)));
    float decay = Terms.added(block, weightDecay);
    float keep = (float) beta2;
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float floor = (float) epsilon;
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      mean[i] = Math.fma(new1, g - mean[i], mean[i]);
      square[i] = Math.fma(keep, square[i], new2 * g * g);
      float scale = Math.fma((float) Math.sqrt(square[i]), root, floor);
      weights[i] -= Math.fma(now, g, ahead * mean[i]) / scale;
    }
  }
}
