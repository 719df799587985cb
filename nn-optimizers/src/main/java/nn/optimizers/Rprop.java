package nn.optimizers;

import java.util.Locale;
import nn.api.Block;
import nn.api.ElementwiseOptimizer;
import nn.api.Named;
import nn.api.Param;

/**
 * Looks at signs alone: each weight has its own step, which grows by etaPlus while its gradient
 * keeps its sign and shrinks by etaMinus when the sign flips. Without backtracking, as in PyTorch:
 * at a flip the weight stays, and the stored gradient becomes 0, so the next step neither grows nor
 * shrinks. The first step is the base rate; later the schedule scales what a weight moves, not the
 * step that it remembers (PyTorch ignores later rates).
 *
 * <p>Made for full batches: the sign of a gradient from few rows is mostly chance.
 *
 * <p>Source: Riedmiller, Braun: A direct adaptive method for faster backpropagation learning
 * (1993).
 *
 * @param learningRate base rate
 * @param etaMinus factor on the step after a change of sign
 * @param etaPlus factor on the step after an equal sign
 * @param minStep smallest step
 * @param maxStep largest step
 */
@Named(
    summary = "Follows only the sign of each gradient, with steps that grow and shrink.",
    formula = "w - sign(g) step, step times etaPlus or etaMinus",
    source = "Riedmiller and Braun 1993, PyTorch Rprop")
public record Rprop(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0.01, max = 1, help = "factor after a change of sign") double etaMinus,
    @Param(min = 1, max = 10, help = "factor after an equal sign") double etaPlus,
    @Param(min = 1e-16, max = 1e3, log = true, help = "smallest step") double minStep,
    @Param(min = 1e-16, max = 1e3, log = true, help = "largest step") double maxStep)
    implements ElementwiseOptimizer {
  /** PyTorch's defaults. */
  public Rprop() {
    this(0.01, 0.5, 1.2, 1e-6, 50);
  }

  @Override
  public int slots() {
    return 2;
  }

  /**
   * Refuses steps that no step fits between.
   *
   * @throws IllegalArgumentException if minStep lies above maxStep
   */
  public Rprop {
    if (minStep > maxStep) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "min-step must not exceed max-step, got %s and %s; swap them.",
              minStep,
              maxStep));
    }
  }

  @Override
  public float initial(int slot) {
    return slot == 0 ? 0 : (float) learningRate;
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
    float[] before = slots[0];
    float[] steps = slots[1];
    float factor = (float) (rate / learningRate);
    float grow = (float) etaPlus;
    float shrink = (float) etaMinus;
    float least = (float) minStep;
    float most = (float) maxStep;
    for (int i = from; i < to; i++) {
      float turn = gradients[i] * before[i];
      float change = turn > 0 ? grow : turn < 0 ? shrink : 1;
      steps[i] = Math.min(most, Math.max(least, steps[i] * change));
      before[i] = turn < 0 ? 0 : gradients[i];
      weights[i] = Math.fma(-factor, Math.signum(before[i]) * steps[i], weights[i]);
    }
  }
}
