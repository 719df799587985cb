package nn.demo.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.api.Plugin;
import nn.core.data.LeftOut;
import nn.core.data.Preparation;
import nn.core.data.Target.ClassTarget;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.model.Model;
import nn.core.model.ModelFile;
import nn.core.network.Dense;
import nn.core.network.LayerText;
import nn.core.plugin.Origin;
import nn.core.plugin.PluginFailure;
import nn.core.plugin.Plugins;
import nn.core.train.Recipe;
import nn.core.train.Trainer;
import nn.core.train.TrainingListener;
import nn.core.train.TrainingResult;
import nn.core.train.TrainingResult.Outcome;
import nn.demo.live.TrainingView;
import nn.demo.terminal.Interruption;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code nn train}: tells what it is about to do, trains, saves, tells what came out.
 */
final class TrainingRun {
  private static final int INTERRUPTED = 130;

  private final TrainCommand options;
  private final Terminal terminal;
  private final Plugins plugins;
  private final TrainingPlan plan;
  private final Model model;
  private final Arithmetic arithmetic;
  private final @Nullable CheckpointKeeper keeper;

  TrainingRun(TrainCommand options, Terminal terminal, Plugins plugins, TrainingPlan plan) {
    this.options = options;
    this.terminal = terminal;
    this.plugins = plugins;
    this.plan = plan;
    model = plan.model();
    arithmetic = plan.arithmetic();
    keeper =
        options.save == null
            ? null
            : new CheckpointKeeper(TrainCommand.checkpoint(options.save), model, plugins, terminal);
  }

  int run(Interruption interruption) {
    try {
      return trainAndSave(interruption);
    } catch (PluginFailure e) {
      if (keeper != null && keeper.writeLast()) {
        terminal.note("The last whole epoch is in %s, to go on from with --resume.", keeper.file());
      }
      throw e;
    }
  }

  private int trainAndSave(Interruption interruption) {
    if (!options.common.json()) {
      introduce();
    }
    terminal.note("%s", arithmetic.detail());
    long start = System.nanoTime();
    TrainingResult result = train(interruption);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (result.outcome() == Outcome.DIVERGED) {
      return diverged(result);
    }
    try (Crew crew = new Crew(arithmetic, options.threads())) {
      report(result, seconds, crew);
    }
    save(result);
    terminal.out().flush();
    return result.outcome() == Outcome.INTERRUPTED ? INTERRUPTED : 0;
  }

  private TrainingResult train(Interruption interruption) {
    try (TrainingView view = new TrainingView(terminal, plan.recipe())) {
      TrainingListener listener = keeper == null ? view : TrainingListener.all(view, keeper);
      return Trainer.of(plan.recipe())
          .on(arithmetic, options.threads())
          .withListener(listener)
          .withStop(interruption::requested)
          .fit(model.network(), plan.training(), plan.validation(), plan.from());
    }
  }

  private void introduce() {
    Preparation preparation = model.preparation();
    terminal.prose(
        "%s: %,d rows, %,d to train on, %,d to judge by",
        model.provenance().getOrDefault(TrainingPlan.DATA, ""),
        plan.training().count() + plan.validation().count(),
        plan.training().count(),
        plan.validation().count());
    terminal.prose("Target: %s, %s", preparation.target().column(), taskWords(preparation));
    for (LeftOut out : preparation.leftOut()) {
      terminal.prose("Left out: %s (%s)", out.column(), out.reason());
    }
    terminal.prose(
        "Network: %d %s, %s; %,d parameters",
        preparation.width(),
        preparation.width() == 1 ? "input" : "inputs",
        layerWords(),
        model.network().parameters().length);
    terminal.prose(
        "Training: %s, %s, batches of %d, up to %d %s, seed %d",
        plugins.shortText(model.loss()),
        plugins.shortText(plan.recipe().optimizer()),
        plan.recipe().batchSize(),
        plan.recipe().epochs(),
        plan.recipe().epochs() == 1 ? "epoch" : "epochs",
        plan.recipe().seed());
    terminal.line("%s", "");
    terminal.out().flush();
  }

  private String layerWords() {
    return LayerText.shortOf(model.network().layers(), plugins);
  }

  private static String taskWords(Preparation preparation) {
    if (preparation.target() instanceof ClassTarget classes) {
      String labels = classes.labels().stream().limit(6).collect(Collectors.joining(", "));
      String more = classes.labels().size() > 6 ? ", ..." : "";
      return "one of " + classes.labels().size() + " classes: " + labels + more;
    }
    return "a number";
  }

  private void report(TrainingResult result, double seconds, Crew crew) {
    Scorecard training = Scorecard.of(model, plan.training(), crew);
    @Nullable Scorecard validation =
        plan.validation().count() == 0 ? null : Scorecard.of(model, plan.validation(), crew);
    if (options.common.json()) {
      terminal.json(json(result, seconds, training, validation));
      return;
    }
    terminal.prose("%s", ending(result, seconds));
    terminal.prose("Training:   %s", training.words());
    if (validation != null) {
      terminal.prose("Validation: %s", terminal.bold(validation.words()));
      if (validation.confusion() != null) {
        terminal.line("%n%s", validation.confusion());
      }
    }
  }

  private Json json(
      TrainingResult result, double seconds, Scorecard training, @Nullable Scorecard validation) {
    return new Json()
        .put("task", Common.word(model.preparation().task()))
        .put("epochs", lastEpoch(result))
        .put("bestEpoch", result.bestEpoch())
        .put("outcome", Common.word(result.outcome()))
        .put("seed", plan.recipe().seed())
        .put("seconds", seconds)
        .put("train", training.json())
        .put("validation", validation == null ? null : validation.json())
        .put("parameters", model.network().parameters().length)
        .put("arithmetic", arithmetic.name())
        .put("weightsHash", model.weightsHash());
  }

  private int lastEpoch(TrainingResult result) {
    int before = plan.from() == null ? 0 : plan.from().epoch();
    return before + result.history().size();
  }

  private String ending(TrainingResult result, double seconds) {
    int epochs = lastEpoch(result);
    String why =
        switch (result.outcome()) {
          case STOPPED_EARLY ->
              "Stopped after epoch %d: no better for %d epochs."
                  .formatted(epochs, plan.recipe().patience());
          case INTERRUPTED -> "Interrupted in epoch %d.".formatted(epochs + 1);
          default -> "Done after epoch %d.".formatted(epochs);
        };
    return "%s The weights are %s. %s s".formatted(why, best(result), Figures.of(seconds));
  }

  /** Which weights are kept; those of an epoch that was broken off are measured too. */
  private String best(TrainingResult result) {
    return result.bestEpoch() > lastEpoch(result)
        ? "those of that moment"
        : result.bestEpoch() == 0
            ? "still those of the start"
            : "those of epoch %d".formatted(result.bestEpoch());
  }

  private void save(TrainingResult result) {
    boolean interrupted = result.outcome() == Outcome.INTERRUPTED;
    if (options.save == null || keeper == null) {
      if (interrupted) {
        terminal.note("Nothing was saved: --save was not given.");
      }
      return;
    }
    if (interrupted && lastEpoch(result) == 0 && Files.exists(options.save)) {
      terminal.note("Nothing was saved: no epoch was complete. %s is as it was.", options.save);
      return;
    }
    ModelFile.write(options.save, model, plugins);
    terminal.note("Saved %s (the best weights so far).", options.save);
    // Also when nobody will go on from it: an older one would not belong to this model.
    if (keeper.writeLast() && result.outcome() != Outcome.STOPPED_EARLY) {
      terminal.note(
          "To go on: nn train ... --resume %s%s",
          keeper.file(), interrupted ? "" : " --epochs N, with N above " + lastEpoch(result));
    }
  }

  /** The loss exploded: what happened, what to try, and what was kept. */
  private int diverged(TrainingResult result) {
    double rate = plan.recipe().optimizer().learningRate();
    terminal.note(
        "nn: Training stopped at step %d: the loss was no longer a finite number. "
            + "The learning rate %s is probably too high; try --rate %s.%s",
        result.steps(), Figures.exact(rate), Figures.exact(rate / 10), suspect());
    if (options.save != null && keeper != null && result.bestEpoch() > 0) {
      keepLastGood(result, options.save, keeper);
    }
    return 1;
  }

  /** Where a stranger's plugin is at work, it may be the reason as well. */
  private String suspect() {
    Stream<Plugin> activations =
        model.network().layers().stream()
            .filter(Dense.class::isInstance)
            .map(layer -> ((Dense) layer).activation());
    Recipe recipe = plan.recipe();
    return Stream.concat(
            activations, Stream.of(recipe.loss(), recipe.optimizer(), recipe.schedule()))
        .map(plugins::info)
        .filter(info -> info.origin().source() == Origin.Source.PLUGIN_FOLDER)
        .findFirst()
        .map(info -> " Or %s is at fault: nn check %s".formatted(info.name(), info.origin().file()))
        .orElse("");
  }

  /** A model that was there before is worth more than one whose training failed. */
  private void keepLastGood(TrainingResult result, Path save, CheckpointKeeper keeper) {
    boolean taken = Files.exists(save);
    boolean written = !taken || keeper.writeLast();
    if (!taken) {
      ModelFile.write(save, model, plugins);
    }
    if (written) {
      terminal.note(
          "The last good weights, of epoch %d, are in %s.",
          result.bestEpoch(), taken ? keeper.file() : save);
    }
    if (taken) {
      terminal.note("%s is as it was.", save);
    }
  }
}
