package nn.core.explain;

import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.train.Learner;
import nn.core.train.Recipe;
import nn.core.train.Trainer;

/**
 * Takes the steps of a training one by one and explains each. The steps are those of the engine, on
 * a copy of the network: the weights after each are the trainer's, bit for bit, where it meets the
 * same rows in the same order. Not for several threads at once.
 */
public final class Explainer {
  private final Recipe recipe;
  private final long totalSteps;
  private final Network network;
  private final Crew crew = new Crew(Arithmetic.plain(), 1);
  private final Learner learner;
  private long step;

  private Explainer(Network network, Recipe recipe, long totalSteps) {
    this.network = network;
    this.recipe = recipe;
    this.totalSteps = totalSteps;
    learner = learner(network);
  }

  /** An explainer that has made no step yet, of a training with one batch an epoch. */
  public static Explainer of(Network network, Recipe recipe) {
    return of(network, recipe, recipe.epochs());
  }

  /**
   * An explainer that has made no step yet.
   *
   * @param totalSteps how many steps the schedule is for
   */
  public static Explainer of(Network network, Recipe recipe, long totalSteps) {
    return new Explainer(network.copy(), recipe, totalSteps);
  }

  /** The copy that learns, as it is after the last step. */
  public Network network() {
    return network;
  }

  /**
   * The next step.
   *
   * @param rows the batch
   * @throws IllegalArgumentException if network, loss and data do not fit together
   * @throws nn.core.plugin.PluginFailure if a plugin throws while it computes
   */
  public ExplainedStep step(Dataset rows) {
    Trainer.of(recipe).check(network, rows, null);
    step++;
    double factor = recipe.factor(step, totalSteps);
    long chance = recipe.chance(step);
    Learner.Batch batch = batch(learner, rows);
    Recording recording = new Recording(network, learner, batch, crew);
    learner.step(batch, step, chance, factor, recording);
    ExplainedLoss loss = recording.loss(recipe.loss(), lossNow(rows, chance));
    return new ExplainedStep(step, rows.count(), recording.layers(factor), loss);
  }

  /** The loss with the weights as they are now: that of a step which nobody needs. */
  private double lossNow(Dataset rows, long chance) {
    Learner other = learner(network.copy());
    Learner.Batch batch = batch(other, rows);
    other.step(batch, 1, chance, 1);
    return batch.loss();
  }

  private Learner learner(Network network) {
    return new Learner(network, recipe.loss(), recipe.classWeights(), recipe.optimizer(), crew);
  }

  private static Learner.Batch batch(Learner learner, Dataset rows) {
    Learner.Batch batch = learner.batch(rows.count());
    copy(rows.features(), batch.inputs());
    copy(rows.targets(), batch.targets());
    return batch;
  }

  private static void copy(Rows from, Rows to) {
    System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), from.size());
  }
}
