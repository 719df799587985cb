package nn.core.train;

import com.google.common.collect.ImmutableList;
import java.nio.FloatBuffer;
import java.util.OptionalInt;
import nn.api.Block;
import nn.core.network.Dense;
import nn.core.network.Layer;
import nn.core.network.Network;

/**
 * Examines a training from outside, a step at a time: call {@link #before} after some step and
 * {@link #after} after the next. Both only read, take about as long as reading every parameter, and
 * make no arrays. Not for several threads at once.
 */
public final class HealthCheck {
  /** Steps that a unit must have been without gradient in to count as dead. */
  public static final int LOOKS = 8;

  private final ImmutableList<Block> matrices;
  private final ImmutableList<Dense> hidden;
  private final float[] before;

  /** For each hidden unit the last look that found a gradient. */
  private final int[] learnt;

  private int looks;

  /** A check of a network that is about to be trained. */
  public HealthCheck(Network network) {
    matrices =
        network.blocks().stream()
            .filter(block -> block.role() == Block.Role.WEIGHTS)
            .collect(ImmutableList.toImmutableList());
    hidden = hidden(network);
    before = new float[network.parameters().length];
    learnt = new int[hidden.stream().mapToInt(Dense::units).sum()];
  }

  private static ImmutableList<Dense> hidden(Network network) {
    ImmutableList<Layer> layers = network.layers();
    return layers.subList(0, layers.size() - 1).stream()
        .filter(Dense.class::isInstance)
        .map(Dense.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  /** Notes the weights that the next step will change. */
  public void before(Progress progress) {
    System.arraycopy(progress.network().parameters(), 0, before, 0, before.length);
  }

  /** What the step since {@link #before} did. */
  public Health after(Progress progress) {
    looks++;
    float[] weights = progress.network().parameters();
    FloatBuffer gradients = progress.gradients();
    double least = Double.NaN;
    double most = Double.NaN;
    for (Block block : matrices) {
      double step = step(block, weights);
      // A layer of zeros has no size to compare with.
      least = Double.isNaN(least) ? step : Double.isNaN(step) ? least : Math.min(least, step);
      most = Double.isNaN(most) ? step : Double.isNaN(step) ? most : Math.max(most, step);
    }
    noteLearning(gradients);
    return new Health(
        least, most, norm(gradients), learnt.length, dead(), notFinite(weights, gradients));
  }

  /** Size of the change by size of the weights; NaN for 0 / 0 and 1 / 0. */
  private double step(Block block, float[] now) {
    double change = 0;
    double size = 0;
    for (int i = block.offset(); i < block.end(); i++) {
      double moved = (double) now[i] - before[i];
      change += moved * moved;
      size += (double) before[i] * before[i];
    }
    return size == 0 ? Double.NaN : Math.sqrt(change / size);
  }

  private void noteLearning(FloatBuffer gradients) {
    int first = 0;
    for (Dense layer : hidden) {
      noteLearning(gradients, layer.weights(), first);
      noteLearning(gradients, layer.bias(), first);
      first += layer.units();
    }
  }

  /** A unit whose gate was closed for every row has no gradient at any weight. */
  private void noteLearning(FloatBuffer gradients, Block block, int first) {
    int at = block.offset();
    for (int r = 0; r < block.rows(); r++) {
      for (int unit = first; unit < first + block.columns(); unit++) {
        if (gradients.get(at++) != 0) {
          learnt[unit] = looks;
        }
      }
    }
  }

  private OptionalInt dead() {
    if (looks < LOOKS) {
      return OptionalInt.empty();
    }
    int dead = 0;
    for (int last : learnt) {
      dead += last <= looks - LOOKS ? 1 : 0;
    }
    return OptionalInt.of(dead);
  }

  private static double norm(FloatBuffer gradients) {
    double sum = 0;
    for (int i = 0; i < gradients.limit(); i++) {
      double gradient = gradients.get(i);
      sum += gradient * gradient;
    }
    return Math.sqrt(sum);
  }

  private static int notFinite(float[] weights, FloatBuffer gradients) {
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      count += Float.isFinite(weights[i]) ? 0 : 1;
      count += Float.isFinite(gradients.get(i)) ? 0 : 1;
    }
    return count;
  }
}
