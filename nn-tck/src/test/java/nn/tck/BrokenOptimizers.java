package nn.tck;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nn.api.Block;
import nn.api.Named;
import nn.api.Param;
import nn.tck.GoodOthers.Descending;
import nn.tck.GoodOthers.Normed;

/** Optimizers that break one rule each. */
final class BrokenOptimizers {
  private BrokenOptimizers() {}

  /** O-01: the first weight of every range is special. */
  @Named(summary = "Rangewise.")
  public record Rangewise() implements Descending {
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
        weights[i] -= (float) (rate * (gradients[i] + 0.1 * gradients[from]));
      }
    }
  }

  /** O-02 and more: counts its calls for all models together. */
  @Named(summary = "Counts.")
  public record Counting() implements Descending {
    private static final AtomicLong CALLS = new AtomicLong();

    @Override
    public double gradient(float g) {
      return g / (1 + 1e-3 * CALLS.incrementAndGet());
    }
  }

  /** O-03: keeps the velocity in a map of its own. */
  @Named(summary = "Remembers.")
  public record Remembering() implements Descending {
    private static final Map<float[], float[]> VELOCITIES =
        Collections.synchronizedMap(new IdentityHashMap<>());

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
      float[] velocity = VELOCITIES.computeIfAbsent(weights, w -> new float[w.length]);
      for (int i = from; i < to; i++) {
        velocity[i] = 0.9f * velocity[i] + gradients[i];
        weights[i] -= (float) rate * velocity[i];
      }
    }
  }

  /** O-04: clears the gradients, which is the trainer's business. */
  @Named(summary = "Tidies up.")
  public record Tidying() implements Descending {
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
      Descending.super.update(step, rate, block, weights, gradients, slots, from, to);
      Arrays.fill(gradients, from, to, 0);
    }
  }

  /** O-05: shrinks biases too. */
  @Named(summary = "Shrinks everything.")
  public record ShrinksAll(@Param(min = 0, max = 1, help = "pull") double weightDecay)
      implements Descending {
    /** A little. */
    public ShrinksAll() {
      this(0.01);
    }

    @Override
    public double decay(Block block) {
      return weightDecay;
    }
  }

  /** O-05: grows instead of shrinking. */
  @Named(summary = "Grows.")
  public record Growing(@Param(min = 0, max = 1, help = "pull") double weightDecay)
      implements Descending {
    /** A little. */
    public Growing() {
      this(0.01);
    }

    @Override
    public double decay(Block block) {
      return block.decays() ? -weightDecay : 0;
    }
  }

  /** O-05: never stands still. */
  @Named(summary = "Wanders.")
  public record Wandering() implements Descending {
    @Override
    public double gradient(float g) {
      return g + 1e-3;
    }
  }

  /** O-06: uphill. */
  @Named(summary = "Climbs.")
  public record Climbing() implements Descending {
    @Override
    public double gradient(float g) {
      return -g;
    }
  }

  /** O-07: takes NaN for 0. */
  @Named(summary = "Ignores NaN.")
  public record Ignoring() implements Descending {
    @Override
    public double gradient(float g) {
      return g > 0 || g <= 0 ? g : 0;
    }
  }

  /** O-08: cannot do single rows. */
  @Named(summary = "Tall only.")
  public record TallOnly() implements Normed {
    @Override
    public double norm(Block block, double sum) {
      double spread = Math.sqrt((block.rows() - 1) * sum) + 1e-8;
      return block.rows() == 1 ? Double.NaN : spread;
    }

    @Override
    public boolean handles(Block block) {
      return block.role() == Block.Role.WEIGHTS;
    }

    @Override
    public nn.api.Optimizer others() {
      return new GoodOthers.Sgd();
    }
  }

  /** O-09: the cube of a large float. */
  @Named(summary = "Cubes.")
  public record Cubing() implements Descending {
    @Override
    public double gradient(float g) {
      return g * g * g / (g * g + 1e-8f);
    }
  }
}
