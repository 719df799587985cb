package nn.demo.command;

import com.google.common.base.MoreObjects;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Range;
import nn.core.data.Dataset;
import nn.core.data.Preparation;
import nn.core.data.Source;
import nn.core.data.Split;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Task;
import nn.core.kernel.Arithmetic;
import nn.core.model.Model;
import nn.core.model.ModelFile;
import nn.core.model.OutputForm;
import nn.core.model.Safetensors;
import nn.core.network.Network;
import nn.core.network.NetworkBuilder;
import nn.core.plugin.Plugins;
import nn.core.train.Checkpoint;
import nn.core.train.ClassWeights;
import nn.core.train.Recipe;
import nn.core.train.Trainer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a training run needs, worked out from the options.
 *
 * @param model the network with its starting weights, and how it is used
 * @param recipe how to train
 * @param training the rows to train on, as numbers
 * @param validation the rows to judge by, as numbers; perhaps none
 * @param from where to go on, or null to begin
 * @param arithmetic what to compute with
 */
record TrainingPlan(
    Model model,
    Recipe recipe,
    Dataset training,
    Dataset validation,
    @Nullable Checkpoint from,
    Arithmetic arithmetic) {
  static final String DATA = "data";
  static final String OPTIMIZER = "optimizer";
  private static final String ROWS = "rows";
  private static final String SCHEDULE = "schedule";
  private static final String BATCH = "batch";
  private static final String EPOCHS = "epochs";
  private static final String PATIENCE = "patience";
  private static final String SEED = "seed";
  private static final String VALIDATION = "validation";
  private static final String CLASS_WEIGHTS = "class-weights";
  private static final String DATA_HASH = "data-hash";

  /** A plan from the options alone. */
  static TrainingPlan begin(TrainCommand options, Plugins plugins) {
    checkNames(options, plugins);
    int parameters = hidden(options, plugins, 1).parameters();
    Source source = options.data.source(options.file, options.target, options.task);
    Arithmetic arithmetic = options.common.arithmetic(plugins);
    arithmetic.expect(Trainer.work(parameters, source.count(), options.epochs));
    Split split = source.split(options.validation, options.common.seed());
    Preparation fitted = source.fit(split.train());
    Loss loss = loss(options, plugins, fitted.target());
    Preparation preparation =
        loss.targetDomain() == Range.REAL ? fitted : fitted.withTargetAsItIs();
    checkTask(loss, preparation.target());
    OutputForm form = OutputForm.of(loss, preparation.target());
    Network network = network(options, plugins, preparation.width(), form.outputs(), loss);
    Dataset training = source.dataset(preparation, split.train(), form.encoding());
    Dataset validation = source.dataset(preparation, split.validation(), form.encoding());
    Recipe recipe =
        recipe(
            options,
            plugins,
            loss,
            ClassWeightText.of(options.classWeights, preparation.target(), training));
    ImmutableMap.Builder<String, String> provenance =
        provenance(options, plugins, recipe, source.count());
    if (options.initializer != null) {
      provenance.put("initializer", plugins.fullText(plugins.initializer(options.initializer)));
    }
    if (options.save != null) { // only who goes on later needs it
      provenance.put(DATA_HASH, hash(training, validation));
    }
    Model model = checked(() -> new Model(network, preparation, loss, provenance.buildOrThrow()));
    if (options.save != null) {
      ModelFile.checkPlugins(model, plugins);
    }
    checkFit(recipe, network, training, validation);
    return new TrainingPlan(model, recipe, training, validation, null, arithmetic);
  }

  /** A wrong name is told before a large file is read. */
  private static void checkNames(TrainCommand options, Plugins plugins) {
    optimizer(options, plugins);
    plugins.schedule(options.schedule);
    if (options.loss != null) {
      plugins.loss(options.loss);
    }
    if (options.outputActivation != null) {
      plugins.activation(options.outputActivation);
    }
  }

  private static Loss loss(TrainCommand options, Plugins plugins, Target target) {
    int labels = target instanceof ClassTarget classes ? classes.labels().size() : 0;
    String text = MoreObjects.firstNonNull(options.loss, Defaults.loss(target.task(), labels));
    return plugins.loss(text);
  }

  private static Recipe recipe(
      TrainCommand options, Plugins plugins, Loss loss, ClassWeights classes) {
    return new Recipe(
        loss,
        optimizer(options, plugins),
        plugins.schedule(options.schedule),
        options.epochs,
        options.batch,
        options.patience,
        options.common.seed(),
        classes);
  }

  /** How the model is made, as far as the options say it. */
  private static ImmutableMap.Builder<String, String> provenance(
      TrainCommand options, Plugins plugins, Recipe recipe, int rows) {
    Object data = options.data.isImages() ? options.data.images : options.file;
    return ImmutableMap.<String, String>builder()
        .put(DATA, String.valueOf(data))
        .put(ROWS, String.valueOf(rows))
        .put(SEED, String.valueOf(recipe.seed()))
        .put(VALIDATION, String.valueOf(options.validation))
        .put(OPTIMIZER, plugins.fullText(recipe.optimizer()))
        .put(SCHEDULE, plugins.fullText(recipe.schedule()))
        .put(BATCH, String.valueOf(recipe.batchSize()))
        .put(EPOCHS, String.valueOf(recipe.epochs()))
        .put(PATIENCE, String.valueOf(recipe.patience()))
        .put(CLASS_WEIGHTS, ClassWeightText.write(recipe.classWeights()));
  }

  /** A plan from a checkpoint: what decides the result comes from there. */
  static TrainingPlan resume(
      TrainCommand options, Path file, ModelFile.Content content, Plugins plugins) {
    Checkpoint from = content.checkpoint().orElseThrow(() -> finished(file));
    Preparation preparation = content.model().preparation();
    checkTarget(options, preparation.target());
    Source source =
        options.data.source(options.file, preparation.target().column(), preparation.task());
    Settled settled = new Settled(file, content.model().provenance());
    long seed = settled.value(SEED, Long::parseLong);
    Split split = source.split(settled.value(VALIDATION, Double::parseDouble), seed);
    Loss loss = content.model().loss();
    OutputForm form = OutputForm.of(loss, preparation.target());
    Dataset training = source.dataset(preparation, split.train(), form.encoding());
    Dataset validation = source.dataset(preparation, split.validation(), form.encoding());
    if (!hash(training, validation).equals(settled.text(DATA_HASH))) {
      throw new UsageException(
          "%s was made from other data (%s, %s rows). Give the same file to go on."
              .formatted(file, settled.text(DATA), settled.text(ROWS)));
    }
    Recipe recipe =
        new Recipe(
            loss,
            settled.value(OPTIMIZER, plugins::optimizer),
            settled.value(SCHEDULE, plugins::schedule),
            epochs(options, settled, from),
            settled.value(BATCH, Integer::valueOf),
            patience(options, settled),
            seed,
            settled.value(CLASS_WEIGHTS, ClassWeightText::read));
    Model model = goingOn(content.model(), recipe);
    checkFit(recipe, model.network(), training, validation);
    Arithmetic arithmetic = options.common.arithmetic(plugins);
    return new TrainingPlan(model, recipe, training, validation, from, arithmetic);
  }

  private static UsageException finished(Path file) {
    return new UsageException(
        file
            + " is a finished model, not a checkpoint."
            + " Name the .checkpoint file that training wrote beside it.");
  }

  /** As many as the checkpoint wanted, or as the user wants now. */
  private static int epochs(TrainCommand options, Settled settled, Checkpoint from) {
    int epochs =
        options.given("--epochs") ? options.epochs : settled.value(EPOCHS, Integer::valueOf);
    if (epochs <= from.epoch()) {
      throw new UsageException(
          "The checkpoint has %d epochs behind it and %d were wanted. Give --epochs a number above %d to train longer."
              .formatted(from.epoch(), epochs, from.epoch()));
    }
    return epochs;
  }

  private static int patience(TrainCommand options, Settled settled) {
    return options.given("--patience")
        ? options.patience
        : settled.value(PATIENCE, Integer::valueOf);
  }

  /** The model, saying how it is trained from now on. */
  private static Model goingOn(Model model, Recipe recipe) {
    Map<String, String> provenance = new LinkedHashMap<>(model.provenance());
    provenance.put(EPOCHS, String.valueOf(recipe.epochs()));
    provenance.put(PATIENCE, String.valueOf(recipe.patience()));
    return new Model(
        model.network(), model.preparation(), model.loss(), ImmutableMap.copyOf(provenance));
  }

  private static Optimizer optimizer(TrainCommand options, Plugins plugins) {
    Optimizer optimizer = plugins.optimizer(options.optimizer);
    return options.rate == null
        ? optimizer
        : plugins.with(optimizer, Map.of("learning-rate", options.rate));
  }

  private static Network network(
      TrainCommand options, Plugins plugins, int inputs, int outputs, Loss loss) {
    String output = MoreObjects.firstNonNull(options.outputActivation, loss.output());
    NetworkBuilder hidden = hidden(options, plugins, inputs);
    return checked(() -> hidden.dense(outputs, output).build(options.common.seed()));
  }

  private static NetworkBuilder hidden(TrainCommand options, Plugins plugins, int inputs) {
    NetworkBuilder builder = Network.builder(plugins, inputs);
    if (options.initializer != null) {
      builder.initializer(plugins.initializer(options.initializer));
    }
    return checked(() -> builder.layers(options.layers));
  }

  /** Probabilities are about classes; scaled numbers lie anywhere. */
  private static void checkTask(Loss loss, Target target) {
    Range domain = loss.domain();
    boolean probabilities = domain.within(Range.UNIT) || domain == Range.LOG_SIMPLEX;
    if (target.task() == Task.REGRESSION && probabilities) {
      throw new UsageException(
          "--loss %s needs %s, but the target %s is a number. Leave --loss out, or add --task classification."
              .formatted(Plugins.nameOf(loss), domain.words(), target.column()));
    }
  }

  private static void checkFit(
      Recipe recipe, Network network, Dataset training, Dataset validation) {
    Trainer trainer = Trainer.of(recipe);
    checked(
        () -> {
          trainer.check(network, training, validation);
          return trainer;
        });
  }

  /** What the engine refuses here is a wrong option. */
  private static <T> T checked(Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(Strings.nullToEmpty(e.getMessage()));
    }
  }

  private static void checkTarget(TrainCommand options, Target target) {
    if (options.target != null && !options.target.equals(target.column())) {
      throw new UsageException(
          "--target %s contradicts the checkpoint, which predicts %s. Leave --target out."
              .formatted(options.target, target.column()));
    }
  }

  private static String hash(Dataset training, Dataset validation) {
    return Safetensors.sha256(
        training.features().data(),
        training.targets().data(),
        validation.features().data(),
        validation.targets().data());
  }
}
