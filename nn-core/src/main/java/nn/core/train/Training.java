package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import nn.core.data.Batches;
import nn.core.data.Dataset;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.plugin.PluginFailure;
import nn.core.train.TrainingResult.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One training run: the loop, and what it needs from step to step. {@link Learner#step} is the
 * heart.
 */
final class Training implements Progress {
  private final Recipe recipe;
  private final Network network;
  private final Crew crew;
  private final Batches batches;
  private final @Nullable Evaluation validation;
  private final Learner learner;
  private final Learner.Batch full;
  private final Learner.Batch last;
  private final FloatBuffer gradients;
  private final List<EpochReport> history = new ArrayList<>();

  private int epoch;
  private long step;
  private double loss = Double.NaN;
  private double rate;
  private Weights best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int bestEpoch;

  Training(Recipe recipe, Network network, Dataset data, @Nullable Dataset validation, Crew crew) {
    this.recipe = recipe;
    this.network = network;
    this.crew = crew;
    batches = new Batches(data, recipe.batchSize(), recipe.seed());
    this.validation =
        validation == null || validation.count() == 0
            ? null
            : new Evaluation(recipe.loss(), recipe.classWeights(), network, validation);
    learner = new Learner(network, recipe.loss(), recipe.classWeights(), recipe.optimizer(), crew);
    gradients = FloatBuffer.wrap(learner.gradients()).asReadOnlyBuffer();
    full = learner.batch(batches.size(0));
    int rest = batches.size(batches.count() - 1);
    last = rest == batches.size(0) ? full : learner.batch(rest);
    best = Weights.of(network);
  }

  /** Runs epochs until something ends them; leaves the best weights in the network. */
  TrainingResult run(TrainingListener listener, BooleanSupplier stop, @Nullable Checkpoint from) {
    if (from != null) {
      restore(from);
    }
    try {
      listener.started(this);
      Outcome outcome = epochs(listener, stop);
      return result(outcome);
    } finally {
      best.into(network);
    }
  }

  private TrainingResult result(Outcome outcome) {
    return new TrainingResult(outcome, step, bestEpoch, ImmutableList.copyOf(history));
  }

  private Outcome epochs(TrainingListener listener, BooleanSupplier stop) {
    try {
      Outcome outcome = Outcome.COMPLETED;
      while (outcome == Outcome.COMPLETED && epoch < recipe.epochs()) {
        outcome = patienceIsOver() ? Outcome.STOPPED_EARLY : epoch(listener, stop);
      }
      return outcome;
    } catch (PluginFailure e) {
      throw e.inStep(step);
    }
  }

  private Outcome epoch(TrainingListener listener, BooleanSupplier stop) {
    epoch++;
    batches.startEpoch(epoch);
    double total = 0;
    double weight = 0;
    for (int b = 0; b < batches.count(); b++) {
      Learner.Batch measured = step(b);
      total += measured.total();
      weight += measured.weight();
      if (!Double.isFinite(loss)) {
        blame(b);
        return Outcome.DIVERGED;
      }
      listener.step(this);
      if (stop.getAsBoolean()) {
        keepIfBest();
        return Outcome.INTERRUPTED;
      }
    }
    return finish(total / weight, listener);
  }

  /** One step on the rows of a batch. */
  private Learner.Batch step(int number) {
    Learner.Batch batch = place(number);
    step++;
    batches.gather(number, batch.inputs(), batch.targets());
    double factor = recipe.factor(step, totalSteps());
    rate = recipe.optimizer().learningRate() * factor;
    learner.step(batch, step, recipe.chance(step), factor);
    loss = batch.loss();
    return batch;
  }

  private Learner.Batch place(int batch) {
    return batches.size(batch) == full.inputs().count() ? full : last;
  }

  /** A loss that is no number may be an activation's fault. */
  private void blame(int batch) {
    place(batch)
        .nan()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  /** Ends an epoch: validates, keeps the best weights, reports. */
  private Outcome finish(double trainingLoss, TrainingListener listener) {
    int bestBefore = bestEpoch;
    double validationLoss = keepIfBest();
    boolean measured = validation == null || Double.isFinite(validationLoss);
    if (!measured || !Weights.finite(network)) {
      return Outcome.DIVERGED;
    }
    boolean better = bestEpoch > bestBefore;
    EpochReport report = new EpochReport(epoch, step, trainingLoss, validationLoss, rate, better);
    history.add(report);
    listener.epoch(report, this, this::checkpoint);
    return Outcome.COMPLETED;
  }

  /**
   * Remembers the weights if their validation loss is the lowest; without validation, if finite.
   */
  private double keepIfBest() {
    double measured = validation == null ? Double.NaN : validation.loss(crew);
    boolean better = validation == null || measured < bestLoss;
    if (better && Weights.finite(network)) {
      best = Weights.of(network);
      bestEpoch = epoch;
      bestLoss = measured;
    }
    return measured;
  }

  private boolean patienceIsOver() {
    return validation != null && recipe.patience() > 0 && epoch - bestEpoch >= recipe.patience();
  }

  private Checkpoint checkpoint() {
    ImmutableList<float[]> state =
        learner.state().stream().map(float[]::clone).collect(ImmutableList.toImmutableList());
    return new Checkpoint(
        epoch, step, Weights.of(network), best.copy(), bestLoss, bestEpoch, state);
  }

  private void restore(Checkpoint from) {
    checkFit(from);
    from.now().into(network);
    epoch = from.epoch();
    step = from.step();
    best = from.best();
    // Without validation rows no loss was measured: the first one that is will be the best.
    bestLoss = Double.isNaN(from.bestLoss()) ? Double.POSITIVE_INFINITY : from.bestLoss();
    bestEpoch = from.bestEpoch();
    List<float[]> state = learner.state();
    for (int i = 0; i < state.size(); i++) {
      System.arraycopy(from.optimizer().get(i), 0, state.get(i), 0, state.get(i).length);
    }
  }

  /** All of it before anything is changed: the network of a refused checkpoint stays as it is. */
  private void checkFit(Checkpoint from) {
    from.now().checkFit(network);
    from.best().checkFit(network);
    List<float[]> state = learner.state();
    checkArgument(
        sizes(state).equals(sizes(from.optimizer())),
        "The checkpoint holds the state of another optimizer: arrays of %s numbers, this one needs %s. Go on with the optimizer that it was saved with.",
        sizes(from.optimizer()),
        sizes(state));
  }

  private static List<Integer> sizes(List<float[]> state) {
    return state.stream().map(numbers -> numbers.length).toList();
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public long totalSteps() {
    return (long) recipe.epochs() * batches.count();
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public double rate() {
    return rate;
  }

  @Override
  public int bestEpoch() {
    return bestEpoch;
  }

  @Override
  public double bestLoss() {
    return bestLoss;
  }

  @Override
  public FloatBuffer gradients() {
    return gradients.clear();
  }

  @Override
  public Network network() {
    return network;
  }
}
