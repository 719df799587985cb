package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Schedule;
import nn.core.plugin.PluginFailure;
import nn.core.random.Purpose;
import nn.core.random.SplitMix64;

/**
 * How to train: everything that decides the result besides network and data.
 *
 * @param loss what is to become small
 * @param optimizer how gradients change the weights
 * @param schedule factor on the optimizer's rate
 * @param epochs how often every row is seen, at most
 * @param batchSize rows a step
 * @param patience epochs without a better validation loss before training stops; 0 for never.
 *     Without validation rows it has no effect
 * @param seed where all chance comes from
 * @param classWeights how much rows count, by their class
 */
public record Recipe(
    Loss loss,
    Optimizer optimizer,
    Schedule schedule,
    int epochs,
    int batchSize,
    int patience,
    long seed,
    ClassWeights classWeights) {
  /** Checks the numbers. */
  public Recipe {
    requireNonNull(loss, "loss");
    requireNonNull(optimizer, "optimizer");
    requireNonNull(schedule, "schedule");
    requireNonNull(classWeights, "classWeights");
    checkArgument(epochs >= 0, "The number of epochs must be at least 0, got %s.", epochs);
    checkArgument(batchSize >= 1, "The batch size must be at least 1, got %s.", batchSize);
    checkArgument(patience >= 0, "Patience must be at least 0 epochs, got %s.", patience);
  }

  /** One epoch over batches of 32 with seed 1 and no early stopping; change what should differ. */
  public static Recipe of(Loss loss, Optimizer optimizer, Schedule schedule) {
    return new Recipe(loss, optimizer, schedule, 1, 32, 0, 1, ClassWeights.EQUAL);
  }

  /** The same with another number of epochs. */
  public Recipe withEpochs(int epochs) {
    return new Recipe(loss, optimizer, schedule, epochs, batchSize, patience, seed, classWeights);
  }

  /** The same with another batch size. */
  public Recipe withBatchSize(int batchSize) {
    return new Recipe(loss, optimizer, schedule, epochs, batchSize, patience, seed, classWeights);
  }

  /** The same with another patience. */
  public Recipe withPatience(int patience) {
    return new Recipe(loss, optimizer, schedule, epochs, batchSize, patience, seed, classWeights);
  }

  /** The same with another seed. */
  public Recipe withSeed(long seed) {
    return new Recipe(loss, optimizer, schedule, epochs, batchSize, patience, seed, classWeights);
  }

  /** The same with rows that count by their class. */
  public Recipe withClassWeights(ClassWeights classWeights) {
    return new Recipe(loss, optimizer, schedule, epochs, batchSize, patience, seed, classWeights);
  }

  /**
   * The schedule's factor on the optimizer's rate.
   *
   * @param step which step, counted from 1
   * @param totalSteps how many there will be
   * @throws PluginFailure if the schedule throws
   */
  public double factor(long step, long totalSteps) {
    try {
      return schedule.factor(step, totalSteps);
    } catch (Throwable e) { // a stranger's code may throw anything
      throw PluginFailure.of(schedule, "", e);
    }
  }

  /** Where the chance of a step comes from. */
  public long chance(long step) {
    return SplitMix64.first(seed, Purpose.STEP, step);
  }
}
