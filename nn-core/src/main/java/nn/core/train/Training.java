package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import nn.core.data.Batches;
import nn.core.data.Dataset;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.network.Pass;
import nn.core.plugin.PluginFailure;
import nn.core.random.Purpose;
import nn.core.random.SplitMix64;
import nn.core.train.TrainingResult.Outcome;
import org.jspecify.annotations.Nullable;

/** One training run: the loop, and what it needs from step to step. {@link #step} is the heart. */
final class Training implements Progress {
  private final Recipe recipe;
  private final Network network;
  private final Crew crew;
  private final Batches batches;
  private final @Nullable Evaluation validation;
  private final float[] gradients;
  private final Workplace full;
  private final Workplace last;
  private final Updater updater;
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
    gradients = new float[network.parameters().length];
    full = new Workplace(batches.size(0));
    int rest = batches.size(batches.count() - 1);
    last = rest == batches.size(0) ? full : new Workplace(rest);
    updater = new Updater(recipe.optimizer(), network.blocks(), network.parameters(), gradients);
    best = Weights.of(network);
  }

  /** Arrays for batches of one size. */
  private final class Workplace {
    final Pass pass;
    final LossStage loss;

    Workplace(int rows) {
      boolean fused = LossStage.fused(recipe.loss(), network);
      pass = Pass.training(network, rows, gradients, fused);
      loss = new LossStage(recipe.loss(), recipe.classWeights(), network, pass, true);
    }
  }

  /** Runs epochs until something ends them; leaves the best weights in the network. */
  TrainingResult run(TrainingListener listener, BooleanSupplier stop, @Nullable Checkpoint from) {
    if (from != null) {
      restore(from);
    }
    listener.started(this);
    Outcome outcome = epochs(listener, stop);
    best.into(network);
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
      best.into(network);
      throw e.inStep(step);
    }
  }

  private Outcome epoch(TrainingListener listener, BooleanSupplier stop) {
    epoch++;
    batches.startEpoch(epoch);
    double total = 0;
    double weight = 0;
    for (int b = 0; b < batches.count(); b++) {
      LossStage measured = step(b);
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

  /** One step: guess, measure the error, assign the blame, adjust. */
  private LossStage step(int batch) {
    Workplace place = place(batch);
    step++;
    batches.gather(batch, place.pass.input(), place.loss.targets());
    place.pass.forward(true, SplitMix64.of(recipe.seed(), Purpose.STEP, step).nextLong(), 0, crew);
    place.loss.run(crew);
    // A batch in which every row is ignored teaches nothing and breaks nothing.
    loss = place.loss.weight() == 0 ? 0 : place.loss.total() / place.loss.weight();
    Arrays.fill(gradients, 0f);
    place.pass.backward(crew);
    double factor = factor();
    rate = recipe.optimizer().learningRate() * factor;
    updater.update(step, factor, crew);
    return place.loss;
  }

  private double factor() {
    try {
      return recipe.schedule().factor(step, totalSteps());
    } catch (Throwable e) { // a stranger's code may throw anything
      throw PluginFailure.of(recipe.schedule(), "", e);
    }
  }

  private Workplace place(int batch) {
    return batches.size(batch) == full.pass.input().count() ? full : last;
  }

  /** A loss that is no number may be an activation's fault. */
  private void blame(int batch) {
    place(batch)
        .pass
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
    if (validation == null ? !Weights.finite(network) : !Double.isFinite(validationLoss)) {
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
        updater.state().stream().map(float[]::clone).collect(ImmutableList.toImmutableList());
    return new Checkpoint(epoch, step, Weights.of(network), best, bestLoss, bestEpoch, state);
  }

  private void restore(Checkpoint from) {
    from.now().into(network);
    epoch = from.epoch();
    step = from.step();
    best = from.best();
    // Without validation rows no loss was measured: the first one that is will be the best.
    bestLoss = Double.isNaN(from.bestLoss()) ? Double.POSITIVE_INFINITY : from.bestLoss();
    bestEpoch = from.bestEpoch();
    List<float[]> state = updater.state();
    checkArgument(
        sizes(state).equals(sizes(from.optimizer())),
        "The checkpoint holds the state of another optimizer: arrays of %s numbers, this one needs %s. Go on with the optimizer that it was saved with.",
        sizes(from.optimizer()),
        sizes(state));
    for (int i = 0; i < state.size(); i++) {
      System.arraycopy(from.optimizer().get(i), 0, state.get(i), 0, state.get(i).length);
    }
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
  public Network network() {
    return network;
  }
}
