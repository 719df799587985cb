package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.math.LongMath;
import java.util.function.BooleanSupplier;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * Trains networks by a recipe. It knows no plugin by name: whatever loss and optimizer the recipe
 * brings are used. Immutable; each {@code with...} or {@code on} gives a changed copy.
 */
public final class Trainer {
  private final Recipe recipe;
  private final Arithmetic arithmetic;
  private final int threads;
  private final TrainingListener listener;
  private final BooleanSupplier stop;

  private Trainer(
      Recipe recipe,
      Arithmetic arithmetic,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop) {
    checkArgument(threads >= 1, "There must be at least 1 thread, got %s.", threads);
    this.recipe = requireNonNull(recipe, "recipe");
    this.arithmetic = requireNonNull(arithmetic, "arithmetic");
    this.threads = threads;
    this.listener = requireNonNull(listener, "listener");
    this.stop = requireNonNull(stop, "stop");
  }

  /** A trainer with plain arithmetic on one thread. */
  public static Trainer of(Recipe recipe) {
    return new Trainer(recipe, Arithmetic.plain(), 1, TrainingListener.NONE, () -> false);
  }

  /** The same on other arithmetic and threads; the trained weights are the same in every bit. */
  public Trainer on(Arithmetic arithmetic, int threads) {
    return new Trainer(recipe, arithmetic, threads, listener, stop);
  }

  /** The same with a listener. */
  public Trainer withListener(TrainingListener listener) {
    return new Trainer(recipe, arithmetic, threads, listener, stop);
  }

  /**
   * The same, ending after the step at which {@code stop} first says true. An interrupted thread
   * alone does not end a training; {@code () -> Thread.currentThread().isInterrupted()} does.
   */
  public Trainer withStop(BooleanSupplier stop) {
    return new Trainer(recipe, arithmetic, threads, listener, stop);
  }

  /** Trains without validation rows: all epochs are run. */
  public TrainingResult fit(Network network, Dataset training) {
    return fit(network, training, null, null);
  }

  /** Trains until the validation rows, which are never trained on, say enough or all epochs ran. */
  public TrainingResult fit(Network network, Dataset training, Dataset validation) {
    return fit(network, training, validation, null);
  }

  /**
   * Trains the network from the weights it has. What a listener or {@code stop} throws ends the
   * training and passes through. However it ends, the network then holds the best weights so far. A
   * checkpoint is gone on with as if there had been no pause if recipe and data are the same.
   *
   * @param validation rows that are never trained on, for early stopping; null for none
   * @param from where to go on; null to begin
   * @throws IllegalArgumentException if network, loss, data and checkpoint do not fit together; the
   *     network then stays as it is
   * @throws nn.core.plugin.PluginFailure if a plugin throws while it computes, or makes NaN of
   *     finite numbers, or refuses a target that no width or domain told of
   */
  public TrainingResult fit(
      Network network, Dataset training, @Nullable Dataset validation, @Nullable Checkpoint from) {
    check(network, training, validation);
    arithmetic.expect(work(network.parameters().length, training.count(), recipe.epochs()));
    try (Crew crew = new Crew(arithmetic, threads)) {
      Training run = new Training(recipe, network, training, validation, crew);
      return run.run(listener, stop, from);
    }
  }

  /** About how many multiply-adds it costs to train on so many rows so many times. */
  public static long work(int parameters, int rows, int epochs) {
    return LongMath.saturatedMultiply(3L * parameters, (long) rows * epochs);
  }

  /**
   * Checks what {@link #fit} checks, before any work. Targets that only their scaling made unfit
   * for the loss are left as they are by {@link nn.core.data.Preparation#withTargetAsItIs}.
   *
   * @param validation as in {@link #fit}
   * @throws IllegalArgumentException if network, loss and data do not fit together
   */
  public void check(Network network, Dataset training, @Nullable Dataset validation) {
    checkArgument(training.count() > 0, "There are no rows to train on.");
    Fit.check(network, recipe.loss());
    check(network, training);
    if (validation != null) {
      check(network, validation);
      Fit.checkWeights(recipe.loss(), validation.targets());
    }
  }

  private void check(Network network, Dataset data) {
    Fit.checkWidths(network, recipe.loss(), data);
    Fit.checkTargets(recipe.loss(), data);
    recipe.classWeights().check(recipe.loss(), data.targets());
  }
}
