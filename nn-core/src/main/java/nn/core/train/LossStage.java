package nn.core.train;

import java.util.Arrays;
import nn.api.FusedLoss;
import nn.api.Kernels;
import nn.api.Loss;
import nn.api.Rows;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.network.Pass;
import nn.core.plugin.Inherited;
import nn.core.plugin.PluginFailure;
import org.jspecify.annotations.Nullable;

/**
 * The loss at the head of one pass: row losses in parallel, their weighted average in row order,
 * and the gradient of that average at the head.
 */
final class LossStage {
  private static final int WORK = 32;

  private final Loss loss;
  private final ClassWeights classes;
  private final @Nullable FusedLoss fused;
  private final Rows head;
  private final @Nullable Rows gradient;
  private final Rows targets;
  private final double[] losses;
  private final double[] weights;
  private final Measure measure = new Measure();

  /** Whether every row counts 1, as where neither the loss nor the classes say anything else. */
  private final boolean alike;

  /** What each row's gradient is multiplied by where all count alike: 1 / rows. */
  private final float share;

  private double weight;

  /**
   * A stage on the head of a pass.
   *
   * @param trains whether the gradient is wanted
   */
  LossStage(Loss loss, Network network, Pass pass, boolean trains) {
    this(loss, ClassWeights.EQUAL, network, pass, trains);
  }

  /** The same, rows counting by their class. */
  LossStage(Loss loss, ClassWeights classes, Network network, Pass pass, boolean trains) {
    this.loss = loss;
    this.classes = classes;
    fused = fused(loss, network) ? (FusedLoss) loss : null;
    head = pass.head();
    gradient = trains ? pass.headGradient() : null;
    targets = Rows.zeros(head.count(), loss.targetWidth(head.width()));
    losses = new double[head.count()];
    weights = new double[head.count()];
    Arrays.fill(weights, 1);
    weight = weights.length;
    share = (float) (1 / weight);
    alike =
        classes.weights().isEmpty()
            && Inherited.from(Loss.class, loss, "rowWeight", float[].class, int.class, int.class);
  }

  /** Whether the loss is taken on the input of the network's output activation: the links match. */
  static boolean fused(Loss loss, Network network) {
    return loss instanceof FusedLoss fused && network.outputIs(fused.link());
  }

  /** Where the batch's targets go, rows x target width. */
  Rows targets() {
    return targets;
  }

  /** Measures the batch; writes the head's gradient if this stage trains. */
  void run(Crew crew) {
    if (!alike) {
      weigh();
    }
    crew.split(weights.length, (long) WORK * head.size(), measure);
  }

  private void weigh() {
    weight = 0;
    for (int r = 0; r < weights.length; r++) {
      weights[r] = weigh(r);
      weight += weights[r];
    }
  }

  /** How much row r counts; an ignored one need not even have a class. */
  private double weigh(int r) {
    double counts = rowWeight(loss, targets, r);
    return counts == 0 ? 0 : counts * classes.of(targets.data(), targets.at(r), targets.width());
  }

  /** The loss's own weight of row r. */
  static double rowWeight(Loss loss, Rows targets, int r) {
    try {
      return loss.rowWeight(targets.data(), targets.at(r), targets.width());
    } catch (Throwable e) { // a stranger's code may throw anything
      throw PluginFailure.of(loss, "", e);
    }
  }

  /** Loss of row r. */
  double loss(int r) {
    return losses[r];
  }

  /** Weight of row r. */
  double weight(int r) {
    return weights[r];
  }

  /** Sum of row weight x row loss. */
  double total() {
    double total = 0;
    for (int r = 0; r < weights.length; r++) {
      // An ignored row may hold anything, also a loss that is not a number.
      total += weights[r] == 0 ? 0 : weights[r] * losses[r];
    }
    return total;
  }

  /** Sum of the row weights. */
  double weight() {
    return weight;
  }

  /** The losses of some rows, and their part of the gradient. */
  private final class Measure implements Crew.Task {
    @Override
    public void run(int from, int to, Kernels kernels) {
      try {
        rows(from, to, kernels);
        if (gradient != null) {
          average(gradient, from, to);
        }
      } catch (Throwable e) { // a stranger's code may throw anything
        throw PluginFailure.of(loss, "", e);
      }
    }
  }

  private void rows(int from, int to, Kernels kernels) {
    if (fused != null) {
      fused.fusedRows(head, targets, gradient, losses, from, to, kernels);
    } else {
      loss.rows(head, targets, gradient, losses, from, to, kernels);
    }
  }

  /** Turns gradients of row losses into the gradient of their weighted average. */
  private void average(Rows gradient, int from, int to) {
    if (alike) {
      scale(gradient, from, to, share);
      return;
    }
    for (int r = from; r < to; r++) {
      scale(gradient, r, r + 1, weights[r] == 0 ? 0f : (float) (weights[r] / weight));
    }
  }

  /** The same for rows with one share; what has none may hold anything, also NaN. */
  private static void scale(Rows gradient, int from, int to, float share) {
    if (share != 1f) {
      scale(gradient.data(), gradient.at(from), gradient.at(to), share);
    }
  }

  private static void scale(float[] numbers, int from, int to, float share) {
    for (int i = from; i < to; i++) {
      numbers[i] = share == 0f ? 0f : numbers[i] * share;
    }
  }
}
