package nn.optimizers;

import nn.api.Block;
import nn.api.BlockOptimizer;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;

/**
 * {@link Adam} whose step fits each block: u = m' / (sqrt(v') + epsilon), w = w - rate |w| / |u| u,
 * so a block moves by the part rate of its own length. Where a length is 0 the quotient is 1. As in
 * Keras decay is decoupled: where {@link Block#decays()} says so each weight first loses the part
 * rate decay of itself (the paper adds decay w to u).
 *
 * <p>Source: You and others: Large batch optimization for deep learning (ICLR 2020), with Keras 3's
 * defaults, the only one of the leaders that has it.
 *
 * @param learningRate base rate
 * @param beta1 part of the mean gradient that is kept
 * @param beta2 part of the mean squared gradient that is kept
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight, times the rate, that each step takes away
 */
@Named(
    summary = "Adam with a rate for each layer, in proportion to its weights.",
    formula = "w - rate |w| / |u| u, u = m' / (sqrt(v') + epsilon)",
    source = "You and others 2020, Keras 3 Lamb")
public record Lamb(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.999999, help = "memory of the mean gradient") double beta1,
    @Param(min = 0, max = 0.999999, help = "memory of the mean squared gradient") double beta2,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements BlockOptimizer {
  /** Keras 3's defaults. */
  public Lamb() {
    this(0.001, 0.9, 0.999, 1e-7, 0);
  }

  @Override
  public int stateSize(Block block) {
    return Terms.numbers(block, 2L * block.size());
  }

  @Override
  public int scratchSize(Block block) {
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
    int size = block.size();
    float left = Terms.kept(block, rate, weightDecay);
    for (int i = at; i < block.end(); i++) {
      weights[i] *= left;
    }
    direction(step, block, gradients, state, stateAt, scratch);
    double length = Norms.length(weights, at, block.end());
    double stride = Norms.length(scratch, 0, size);
    float move = (float) (length == 0 || stride == 0 ? rate : rate * length / stride);
    for (int i = 0; i < size; i++) {
      weights[at + i] = Math.fma(-move, scratch[i], weights[at + i]);
    }
  }

  /** Adam's step at rate 1, into u; the state holds m, then v. */
  private void direction(
      long step, Block block, float[] gradients, float[] state, int stateAt, float[] u) {
    int size = block.size();
    float grown = (float) (1 / Terms.gathered(beta1, step));
    float root = (float) (1 / Math.sqrt(Terms.gathered(beta2, step)));
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float floor = (float) epsilon;
    for (int i = 0; i < size; i++) {
      float g = gradients[block.offset() + i];
      float m = state[stateAt + i];
      float v = state[stateAt + size + i];
      m = Math.fma(new1, g - m, m);
      v = Math.fma((float) beta2, v, new2 * g * g);
      state[stateAt + i] = m;
      state[stateAt + size + i] = v;
      u[i] = grown * m / Math.fma((float) Math.sqrt(v), root, floor);
    }
  }
}
