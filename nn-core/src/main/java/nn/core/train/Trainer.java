package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Strings;
import com.google.common.math.LongMath;
import java.util.function.BooleanSupplier;
import nn.api.Activation;
import nn.api.Loss;
import nn.api.Range;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.text.Numbers;
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
    this.recipe = recipe;
    this.arithmetic = arithmetic;
    this.threads = threads;
    this.listener = listener;
    this.stop = stop;
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

  /** The same, ending after the step at which {@code stop} first says true. */
  public Trainer withStop(BooleanSupplier stop) {
    return new Trainer(recipe, arithmetic, threads, listener, stop);
  }

  /** Trains without validation rows: all epochs are run. */
  public TrainingResult fit(Network network, Dataset training) {
    return fit(network, training, null, null);
  }

  /**
   * Trains the network from the weights it has.
   *
   * @param validation rows that are never trained on, for early stopping; null for none
   * @param from where to go on; null to begin
   * @throws IllegalArgumentException if network, loss, data and checkpoint do not fit together; the
   *     network then stays as it is
   * @throws nn.core.plugin.PluginFailure if a plugin throws while it computes, or makes NaN of
   *     finite numbers; the network then holds the best weights so far
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
   * Checks what {@link #fit} checks, before any work.
   *
   * @param validation as in {@link #fit}
   * @throws IllegalArgumentException if network, loss and data do not fit together
   */
  public void check(Network network, Dataset training, @Nullable Dataset validation) {
    checkArgument(training.count() > 0, "There are no rows to train on.");
    check(network, training);
    if (validation != null) {
      check(network, validation);
      checkWeights(recipe.loss(), validation.targets());
    }
  }

  private void check(Network network, Dataset data) {
    checkFit(network, recipe.loss(), data);
    recipe.classWeights().check(recipe.loss(), data.targets());
  }

  /** Rows that all count for nothing have no average loss to judge by. */
  private static void checkWeights(Loss loss, Rows validation) {
    boolean counts = validation.count() == 0;
    for (int r = 0; r < validation.count() && !counts; r++) {
      counts = LossStage.rowWeight(loss, validation, r) != 0;
    }
    checkArgument(
        counts,
        "%s gives each of the %s validation rows the weight 0, so there is nothing to judge by. Change its parameters, hold other rows back, or none.",
        Plugins.nameOf(loss),
        validation.count());
  }

  /** Refuses what does not fit together, with the sentence that says how it would. */
  static void checkFit(Network network, Loss loss, Dataset data) {
    checkArgument(
        network.parameters().length > 0,
        "The network has nothing to learn: none of its layers has weights. Add a dense layer.");
    checkArgument(
        data.features().width() == network.inputs(),
        "The network takes rows of %s numbers, the data has rows of %s.",
        network.inputs(),
        data.features().width());
    int wanted = loss.targetWidth(network.outputs());
    checkArgument(
        data.targets().width() == wanted,
        "%s expects %s numbers per target for %s outputs, the data has %s.",
        Plugins.nameOf(loss),
        wanted,
        network.outputs(),
        data.targets().width());
    checkTargets(loss, data);
    network.outputActivation().ifPresent(activation -> checkRange(loss, activation));
  }

  private static void checkTargets(Loss loss, Dataset data) {
    Range domain = loss.targetDomain();
    Rows targets = data.targets();
    for (int i = targets.offset(); i < targets.offset() + targets.size(); i++) {
      float t = targets.data()[i];
      boolean fits =
          t > 0 || (domain != Range.POSITIVE && (domain != Range.NON_NEGATIVE || t == 0));
      if (!fits) { // the words only now: there may be millions of targets
        throw new IllegalArgumentException(
            Strings.lenientFormat(
                "%s needs targets that are %s, the data has %s. Use another loss.",
                Plugins.nameOf(loss), domain.words(), Numbers.text(t)));
      }
    }
  }

  private static void checkRange(Loss loss, Activation output) {
    checkArgument(
        output.range().within(loss.domain()),
        "%s needs %s, but the output activation %s gives %s. Use the output activation %s.",
        Plugins.nameOf(loss),
        loss.domain().words(),
        Plugins.nameOf(output),
        output.range().words(),
        loss.output());
  }
}
