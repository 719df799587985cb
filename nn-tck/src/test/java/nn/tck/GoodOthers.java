package nn.tck;

import java.util.random.RandomGenerator;
import nn.api.Block;
import nn.api.BlockOptimizer;
import nn.api.ElementwiseOptimizer;
import nn.api.Initializer;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Optimizer;
import nn.api.Param;
import nn.api.Plugin;
import nn.api.Rows;
import nn.api.Schedule;

/** Optimizers of both forms, a schedule and an initializer that keep every rule. */
final class GoodOthers {
  private GoodOthers() {}

  /** w - rate (g + decay w), one number at a time. */
  interface Descending extends ElementwiseOptimizer {
    @Override
    default double learningRate() {
      return 0.01;
    }

    @Override
    default int slots() {
      return 0;
    }

    /** The decay for a block. */
    default double decay(Block block) {
      return 0;
    }

    /** The gradient that counts. */
    default double gradient(float g) {
      return g;
    }

    @Override
    default void update(
        long step,
        double rate,
        Block block,
        float[] weights,
        float[] gradients,
        float[][] slots,
        int from,
        int to) {
      for (int i = from; i < to; i++) {
        double g = gradient(gradients[i]) + decay(block) * weights[i];
        weights[i] = (float) (weights[i] - rate * g);
      }
    }
  }

  /** Plain descent with decay where it is allowed. */
  @Named(summary = "Descends.")
  public record Sgd(
      @Param(min = 1e-9, max = 10, log = true, help = "step") double learningRate,
      @Param(min = 0, max = 1, help = "pull") double weightDecay)
      implements Descending {
    /** The usual. */
    public Sgd() {
      this(0.01, 0);
    }

    @Override
    public double decay(Block block) {
      return block.decays() ? weightDecay : 0;
    }
  }

  /** State for each weight, with a starting value. */
  @Named(summary = "Divides by the recent size.")
  public record RmsProp() implements ElementwiseOptimizer {
    @Override
    public double learningRate() {
      return 0.01;
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public float initial(int slot) {
      return 0.1f;
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
      for (int i = from; i < to; i++) {
        double g = gradients[i];
        slots[0][i] = (float) (0.9 * slots[0][i] + 0.1 * g * g);
        weights[i] = (float) (weights[i] - rate * g / (Math.sqrt(slots[0][i]) + 1e-8));
      }
    }
  }

  /** Shrinks by itself, as averaged descent does. */
  @Named(summary = "Descends and shrinks.")
  public record Shrinking() implements Descending {
    @Override
    public double decay(Block block) {
      return 1e-3;
    }
  }

  /** w - rate g / norm(g) of the whole block, with scratch and state. */
  interface Normed extends BlockOptimizer {
    @Override
    default double learningRate() {
      return 0.01;
    }

    @Override
    default int stateSize(Block block) {
      return block.rows();
    }

    @Override
    default int scratchSize(Block block) {
      return block.size();
    }

    /** What divides the gradient. */
    default double norm(Block block, double sum) {
      return Math.sqrt(sum / block.rows()) + 1e-8;
    }

    @Override
    default void update(
        long step,
        double rate,
        Block block,
        float[] weights,
        float[] gradients,
        float[] state,
        int stateAt,
        float[] scratch,
        Kernels kernels) {
      double sum = 0;
      for (int i = 0; i < block.size(); i++) {
        scratch[i] = gradients[block.offset() + i];
        sum += (double) scratch[i] * scratch[i];
      }
      state[stateAt] += 1;
      double size = rate / norm(block, sum);
      for (int i = 0; i < block.size(); i++) {
        weights[block.offset() + i] -= (float) (size * scratch[i]);
      }
    }
  }

  /** Matrices itself, the rest to another. */
  @Named(summary = "Whole blocks.")
  public record Whole(
      @Param(min = 1e-9, max = 10, log = true, help = "step") double learningRate,
      @Param(help = "of the rest") Optimizer others)
      implements Normed {
    /** The rest to plain descent. */
    public Whole() {
      this(0.01, new Sgd());
    }

    @Override
    public boolean handles(Block block) {
      return block.role() == Block.Role.WEIGHTS;
    }
  }

  /** Falls to 0; wants to know the total. */
  @Named(summary = "Falls.")
  public record Linear() implements Schedule {
    @Override
    public double factor(long number, long total) {
      if (total == 0) {
        throw new IllegalStateException("linear needs the number of planned updates");
      }
      return 1 - (number - 1.0) / total;
    }
  }

  /** For ever. */
  @Named(summary = "Decays.")
  public record Inverse() implements Schedule {
    @Override
    public double factor(long number, long total) {
      return 1.0 / number;
    }
  }

  /** N(0, 1). */
  @Named(summary = "A bell.")
  public record Normal() implements Initializer {
    @Override
    public void fill(Rows w, RandomGenerator random) {
      for (int i = w.offset(); i < w.offset() + w.size(); i++) {
        w.data()[i] = (float) random.nextGaussian();
      }
    }
  }

  static Plugin[] all() {
    return new Plugin[] {
      new Sgd(),
      new RmsProp(),
      new Shrinking(),
      new Whole(),
      new Linear(),
      new Inverse(),
      new Normal()
    };
  }
}
