package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.IntConsumer;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Rows;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.network.Pass;
import nn.core.plugin.PluginFailure;

/**
 * A network that learns a batch at a time. {@link #step} is the heart of everything: guess, measure
 * the error, assign the blame, adjust. It owns the gradients and the optimizer's state; a step
 * allocates nothing. Not for several threads at once; the crew's threads work inside.
 */
public final class Learner {
  private final Network network;
  private final Loss loss;
  private final ClassWeights classes;
  private final Crew crew;
  private final float[] gradients;
  private final Updater updater;

  /**
   * A learner that has made no step yet.
   *
   * @throws IllegalArgumentException if the network has no weights, or outputs that the loss does
   *     not take
   */
  public Learner(Network network, Loss loss, ClassWeights classes, Optimizer optimizer, Crew crew) {
    Fit.check(network, loss);
    this.network = network;
    this.loss = loss;
    this.classes = classes;
    this.crew = crew;
    gradients = new float[network.parameters().length];
    updater = new Updater(optimizer, network.blocks(), network.parameters(), gradients);
  }

  /** The arrays for batches of this many rows; make them once and fill them again and again. */
  public Batch batch(int rows) {
    checkArgument(rows >= 1, "A batch has at least 1 row, got %s.", rows);
    Pass pass = Pass.training(network, rows, gradients, LossStage.fused(loss, network));
    return new Batch(this, pass, new LossStage(loss, classes, network, pass, true));
  }

  /**
   * One step on the rows that lie in the batch: guess, measure the error, assign the blame, adjust.
   *
   * @param number which step, counted from 1
   * @param seed where the chance of this step comes from
   * @param factor the schedule's factor on every optimizer's rate
   * @throws IllegalArgumentException if the batch is another learner's or the number below 1
   * @throws PluginFailure if a plugin throws
   */
  public void step(Batch batch, long number, long seed, double factor) {
    step(batch, number, seed, factor, stage -> {});
  }

  /**
   * The same step for whoever wants to see it.
   *
   * @param next see {@link Pass#backward(Crew, IntConsumer)}
   */
  public void step(Batch batch, long number, long seed, double factor, IntConsumer next) {
    checkArgument(batch.owner == this, "The batch is another learner's; make one with batch().");
    checkArgument(number >= 1, "Steps are counted from 1, got %s.", number);
    batch.pass.forward(true, seed, 0, crew);
    batch.measure.run(crew);
    batch.pass.backward(crew, next);
    updater.update(number, factor, crew);
  }

  /** The gradients of the last step, beside the network's parameters: the live array. */
  public float[] gradients() {
    return gradients;
  }

  /** Which optimizer changes which blocks, and what it remembers. */
  public ImmutableList<UpdateRule> rules() {
    return updater.rules();
  }

  /** The optimizer's state: the live arrays, always in the same order. */
  ImmutableList<float[]> state() {
    return updater.state();
  }

  /** A batch and what a step computes of it. */
  public static final class Batch {
    private final Learner owner;
    private final Pass pass;
    private final LossStage measure;

    private Batch(Learner owner, Pass pass, LossStage measure) {
      this.owner = owner;
      this.pass = pass;
      this.measure = measure;
    }

    /** Where the features go, rows x inputs. */
    public Rows inputs() {
      return pass.input();
    }

    /** Where the targets go, rows x target width. */
    public Rows targets() {
      return measure.targets();
    }

    /**
     * The loss that the last step found before it adjusted the weights: the average over the rows,
     * by their weights. A batch in which every row is ignored teaches nothing and breaks nothing:
     * its loss is 0.
     */
    public double loss() {
      return weight() == 0 ? 0 : total() / weight();
    }

    /** The arrays between the layers. */
    public Pass pass() {
      return pass;
    }

    /** What the last step found for row r alone. */
    public double loss(int r) {
      return measure.loss(r);
    }

    /** How much row r counted in the last step. */
    public double weight(int r) {
      return measure.weight(r);
    }

    /** Sum of row weight x row loss in the last step. */
    double total() {
      return measure.total();
    }

    /** Sum of the row weights in the last step. */
    double weight() {
      return measure.weight();
    }

    /** The first activation that gave NaN for finite numbers in the last step, if one did. */
    Optional<PluginFailure> nan() {
      return pass.nan();
    }
  }
}
