package nn.optimizers;

import java.util.Locale;
import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Gradient descent with a velocity, in PyTorch's form: v = momentum v + (1 - dampening) g, w = w -
 * rate v; the first velocity is g undampened. Nesterov's variant moves by g + momentum v instead of
 * v. The decay is added to g where {@link Block#decays()} says so.
 *
 * <p>Source: Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in
 * deep learning (ICML 2013), with the rate outside the velocity as in PyTorch.
 *
 * @param learningRate base rate; 0.01 as in Keras, where PyTorch has 0.001
 * @param momentum part of the velocity that is kept; 0.9, where PyTorch has 0
 * @param dampening part of the gradient that is left out of the velocity; without momentum nothing
 *     is
 * @param nesterov whether to look ahead along the velocity
 * @param weightDecay part of the weight that is added to its gradient
 */
@Named(
    summary = "Gradient descent that keeps rolling: steps in one direction add up.",
    formula = "v = momentum v + (1 - dampening) g, w - rate v",
    source = "PyTorch SGD with momentum")
public record Momentum(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.9999, help = "part of the velocity that is kept") double momentum,
    @Param(min = 0, max = 1, help = "part of the gradient left out") double dampening,
    @Param(help = "look ahead along the velocity") boolean nesterov,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements ElementwiseOptimizer {
  /** Rate 0.01, momentum 0.9, nothing else. */
  public Momentum() {
    this(0.01, 0.9, 0, false, 0);
  }

  /**
   * Refuses what Nesterov's variant does not define.
   *
   * @throws IllegalArgumentException if nesterov comes without momentum or with dampening
   */
  public Momentum {
    if (nesterov && (momentum <= 0 || dampening != 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "nesterov needs momentum above 0 and dampening 0, got momentum %.4f and dampening"
                  + " %.4f; change them or leave nesterov out.",
              momentum,
              dampening));
    }
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
    float[] velocity = slots[0];
    float size = (float) rate;
    float decay = Terms.added(block, weightDecay);
    float keep = step == 1 ? 0 : (float) momentum;
    float part = step == 1 || momentum == 0 ? 1 : (float) (1 - dampening);
    float ahead = nesterov ? (float) momentum : 1;
    float now = nesterov ? 1 : 0;
    for (int i = from; i < to; i++) {
      float g = Math.fma(decay, weights[i], gradients[i]);
      float v = Math.fma(keep, velocity[i], part * g);
      velocity[i] = v;
      weights[i] = Math.fma(-size, Math.fma(ahead, v, now * g), weights[i]);
    }
  }
}
