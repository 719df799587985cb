package nn.demo.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nn.core.data.Task;
import nn.core.plugin.Plugins;
import nn.demo.terminal.Interruption;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nn train}: trains a network on a CSV file or on images. */
@Command(
    name = "train",
    description = "Train a network on your own data.",
    footer = {
      "",
      "Examples:",
      "  nn train houses.csv --target price --save price.nn",
      "  nn train churn.csv --target left --layers \"32 relu, dropout(0.2)\"",
      "  nn train --images images.gz --labels labels.gz --layers \"128 relu\""
    })
final class TrainCommand implements Callable<Integer> {
  /** Options that a checkpoint has settled. */
  private static final List<String> SETTLED =
      List.of(
          "--task",
          "--layers",
          "--output-activation",
          "--initializer",
          "--loss",
          "--optimizer",
          "--rate",
          "--schedule",
          "--batch",
          "--validation",
          "--seed",
          "--class-weights");

  @Mixin Common common = new Common();
  @Mixin DataOptions data = new DataOptions();
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "CSV file with a header line.")
  @Nullable Path file;

  @Option(names = "--target", paramLabel = "COLUMN", description = "Column to predict.")
  @Nullable String target;

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description = "regression or classification (default: inferred from the target).")
  @Nullable Task task;

  @Option(
      names = "--layers",
      paramLabel = "TEXT",
      defaultValue = Defaults.LAYERS,
      description = {
        "Hidden layers, separated by commas: \"64 relu\", dropout(0.2), batch-norm, layer-norm;",
        "\"\" is a linear model (default: \"${DEFAULT-VALUE}\")."
      })
  String layers = "";

  @Option(
      names = "--output-activation",
      paramLabel = "TEXT",
      description = "Activation of the output layer (default: the loss's own).")
  @Nullable String outputActivation;

  @Option(
      names = "--initializer",
      paramLabel = "TEXT",
      description = "Starting weights of dense layers (default: what each activation asks for).")
  @Nullable String initializer;

  @Option(
      names = "--loss",
      paramLabel = "TEXT",
      description =
          "Loss (default: mse for numbers, binary-cross-entropy for two classes, cross-entropy for more).")
  @Nullable String loss;

  @Option(
      names = "--optimizer",
      paramLabel = "TEXT",
      defaultValue = Defaults.OPTIMIZER,
      description = "Optimizer (default: \"${DEFAULT-VALUE}\").")
  String optimizer = "";

  @Option(
      names = "--rate",
      paramLabel = "NUMBER",
      description = "Learning rate, in place of the optimizer's.")
  @Nullable Double rate;

  @Option(
      names = "--schedule",
      paramLabel = "TEXT",
      defaultValue = Defaults.SCHEDULE,
      description = "Learning rate over time (default: ${DEFAULT-VALUE}).")
  String schedule = "";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = Defaults.EPOCHS,
      description = "Times every row is seen, at most (default: ${DEFAULT-VALUE}).")
  int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = Defaults.BATCH,
      description = "Rows per step (default: ${DEFAULT-VALUE}).")
  int batch;

  @Option(
      names = "--validation",
      paramLabel = "PART",
      defaultValue = Defaults.VALIDATION,
      description = "Part of the rows held back to judge by (default: ${DEFAULT-VALUE}).")
  double validation;

  @Option(
      names = "--patience",
      paramLabel = "N",
      defaultValue = Defaults.PATIENCE,
      description =
          "Epochs without improvement before stopping; 0 for never (default: ${DEFAULT-VALUE}).")
  int patience;

  @Option(
      names = "--class-weights",
      paramLabel = "TEXT",
      description = {
        "How much rows count, by class: \"yes=3, no=1\"; classes not named count 1;",
        "balanced makes every class count alike."
      })
  @Nullable String classWeights;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: one per processor). The result does not depend on it.")
  @Nullable Integer threads;

  @Option(
      names = "--save",
      paramLabel = "MODEL",
      description = "File for the trained model; its checkpoints go to MODEL.checkpoint.")
  @Nullable Path save;

  @Option(
      names = "--resume",
      paramLabel = "CHECKPOINT",
      description = "Go on from a checkpoint, on the same data, as if it had never stopped.")
  @Nullable Path resume;

  private final Terminal terminal;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    check();
    if (save != null) {
      Common.checkOutput("--save", save, file, data.images, data.labels, resume);
      Common.checkOutput("--save", checkpoint(save), file, data.images, data.labels);
    }
    try (Plugins plugins = common.discover(terminal);
        Interruption interruption = new Interruption(this::givesUp)) {
      TrainingPlan plan =
          resume == null
              ? TrainingPlan.begin(this, plugins)
              : TrainingPlan.resume(this, resume, Common.read(resume, plugins, terminal), plugins);
      return new TrainingRun(this, terminal, plugins, plan).run(interruption);
    }
  }

  private void givesUp() {
    terminal.note("nn: The training did not come to an end in time; nothing more was saved.");
  }

  /** Where the checkpoints of a model go. */
  static Path checkpoint(Path model) {
    return Path.of(model + ".checkpoint");
  }

  int threads() {
    return threads == null ? Defaults.threads() : threads;
  }

  /** Whether the user wrote this option. */
  boolean given(String option) {
    return spec != null && spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private void check() {
    data.check(file);
    checkTarget();
    checkNumbers();
    checkRate();
    if (resume != null) {
      SETTLED.stream().filter(this::given).findFirst().ifPresent(TrainCommand::refuseSettled);
    }
  }

  private void checkTarget() {
    if (file == null && target != null) {
      throw new UsageException("--target names a column of a CSV file; images have labels.");
    }
    if (file != null && target == null && resume == null) {
      throw new UsageException("--target is missing: name the column to predict.");
    }
  }

  private void checkNumbers() {
    checkAtLeast("--epochs", 0, epochs);
    checkAtLeast("--batch", 1, batch);
    checkAtLeast("--patience", 0, patience);
    checkAtLeast("--threads", 1, threads());
    if (!(validation >= 0 && validation < 1)) {
      throw new UsageException(
          "--validation must be from 0 to less than 1, got " + Figures.exact(validation) + ".");
    }
    if (given("--patience") && given("--validation") && validation == 0 && patience > 0) {
      throw new UsageException(
          "--patience %d needs rows to judge by, but --validation is 0. Give --validation a part such as 0.2, or leave --patience out."
              .formatted(patience));
    }
  }

  private void checkRate() {
    if (rate == null) {
      return;
    }
    boolean twice = given("--optimizer") && optimizer.replace('_', '-').contains("learning-rate");
    if (twice) {
      throw new UsageException(
          "--rate %s and the learning-rate in --optimizer contradict each other. Give one."
              .formatted(Figures.exact(rate)));
    }
    if (!(rate > 0 && Double.isFinite(rate))) {
      throw new UsageException("--rate must be a number above 0, got " + Figures.exact(rate) + ".");
    }
  }

  private static void checkAtLeast(String option, int least, int value) {
    if (value < least) {
      throw new UsageException(option + " must be at least " + least + ", got " + value + ".");
    }
  }

  private static void refuseSettled(String option) {
    throw new UsageException(
        option + " cannot be combined with --resume: the checkpoint has settled it. Leave it out.");
  }
}
