package nn.optimizers;

import nn.api.Block;
import nn.api.BlockOptimizer;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;

/**
 * Adam's step sizes at a fraction of the memory: of a layer's weights only the mean squares of its
 * rows and of its columns are kept, and v = row column / max(epsilon1, mean(rows)); other blocks
 * keep all of v. Both are running means with share t^beta2Decay for the newest. The step u = g /
 * sqrt(v) is shortened to root mean square d, and its size is min(rate, 1 / sqrt(t)) max(epsilon2,
 * RMS(w)), with the RMS taken before the decay. Decay is decoupled: where {@link Block#decays()}
 * says so each weight first loses the part rate decay of itself.
 *
 * <p>The rule is the same for a matrix and its transpose, so the layout does not matter.
 *
 * <p>Source: Shazeer, Stern: Adafactor (ICML 2018), as in PyTorch, whose epsilon1 is the spacing of
 * floats at 1.
 *
 * @param learningRate base rate
 * @param beta2Decay power of the step number: the share of the newest squares
 * @param epsilon1 smallest root of v, and smallest mean of the rows
 * @param epsilon2 smallest root mean square of the weights that sets the step
 * @param d largest root mean square of u
 * @param weightDecay part of the weight, times the rate, that each step takes away
 */
@Named(
    summary = "Adam's step sizes from row and column means, with very little memory.",
    formula =
        "w - min(rate, 1 / sqrt(t)) max(epsilon2, RMS(w)) u / max(1, RMS(u) / d), u = g / sqrt(v)",
    source = "Shazeer and Stern 2018, PyTorch Adafactor")
public record Adafactor(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = -1, max = 0, help = "power of t: share of the newest square") double beta2Decay,
    @Param(min = 1e-16, max = 1, log = true, help = "smallest root of v") double epsilon1,
    @Param(min = 1e-16, max = 1, log = true, help = "smallest RMS of the weights") double epsilon2,
    @Param(min = 1e-3, max = 1e3, log = true, help = "longest step before scaling") double d,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay)
    implements BlockOptimizer {
  /** PyTorch's defaults. */
  public Adafactor() {
    this(0.01, -0.8, 1.1920928955078125e-7, 0.001, 1, 0);
  }

  @Override
  public int stateSize(Block block) {
    return factored(block) ? block.rows() + block.columns() : block.size();
  }

  @Override
  public int scratchSize(Block block) {
    return block.size();
  }

  private static boolean factored(Block block) {
    return block.role() == Block.Role.WEIGHTS;
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
    double share = Terms.raised((double) step, beta2Decay);
    double length = Math.max(epsilon2, Norms.rms(weights, at, block.end()));
    if (factored(block)) {
      means(block, gradients, state, stateAt, share);
      factors(block, state, stateAt, scratch);
    } else {
      squares(block, gradients, state, stateAt, share);
      System.arraycopy(state, stateAt, scratch, 0, block.size());
    }
    float least = (float) (epsilon1 * epsilon1);
    for (int i = 0; i < block.size(); i++) {
      scratch[i] = gradients[at + i] / (float) Math.sqrt(Math.max(least, scratch[i]));
    }
    double shorter = Math.max(1, Norms.rms(scratch, 0, block.size()) / d);
    float size = (float) (Math.min(rate, 1 / Math.sqrt((double) step)) * length / shorter);
    float left = Terms.kept(block, rate, weightDecay);
    for (int i = 0; i < block.size(); i++) {
      weights[at + i] = Math.fma(-size, scratch[i], left * weights[at + i]);
    }
  }

  /** Brings the mean squares of rows, then columns, up to date. */
  private static void means(Block block, float[] g, float[] state, int at, double share) {
    for (int r = 0; r < block.rows(); r++) {
      int from = block.offset() + r * block.columns();
      double mean = Norms.squares(g, from, from + block.columns()) / block.columns();
      state[at + r] = mixed(state[at + r], mean, share);
    }
    for (int c = 0; c < block.columns(); c++) {
      double sum = 0;
      for (int i = block.offset() + c; i < block.end(); i += block.columns()) {
        sum = Math.fma((double) g[i], g[i], sum);
      }
      int to = at + block.rows() + c;
      state[to] = mixed(state[to], sum / block.rows(), share);
    }
  }

  /** Multiplies rows and columns out to v. */
  private void factors(Block block, float[] state, int at, float[] v) {
    double sum = 0;
    for (int r = 0; r < block.rows(); r++) {
      sum += state[at + r];
    }
    double mean = Math.max(epsilon1, sum / block.rows());
    for (int r = 0; r < block.rows(); r++) {
      double row = state[at + r] / mean;
      for (int c = 0; c < block.columns(); c++) {
        v[r * block.columns() + c] = (float) (row * state[at + block.rows() + c]);
      }
    }
  }

  private static void squares(Block block, float[] g, float[] state, int at, double share) {
    for (int i = 0; i < block.size(); i++) {
      double slope = g[block.offset() + i];
      state[at + i] = mixed(state[at + i], slope * slope, share);
    }
  }

  /** A running mean, capped: one huge gradient shall not end in infinity / infinity. */
  private static float mixed(float mean, double square, double share) {
    return (float) Math.min(Float.MAX_VALUE, mean + share * (square - mean));
  }
}
