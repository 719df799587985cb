package nn.demo.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.data.Source;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import nn.core.data.Task;
import nn.core.explain.ExplainedStep;
import nn.core.explain.Shown;
import nn.core.model.Model;
import nn.core.model.SavedFile;
import nn.core.network.BatchNorm;
import nn.core.network.Dropout;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.train.Recipe;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn explain}: what a saved model would learn from one row, every number written out. */
@Command(
    name = "explain",
    description =
        "Write out what a saved model would learn from one row: guess, error, blame, step.")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();
  @Mixin private DataOptions data = new DataOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "File that nn train --save wrote.")
  private Path modelFile = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "CSV file.")
  private @Nullable Path file;

  @Option(
      names = "--row",
      paramLabel = "N",
      defaultValue = Defaults.ROW,
      description = "Which row, the first below the header is 1 (default: ${DEFAULT-VALUE}).")
  private int row;

  @Option(
      names = "--optimizer",
      paramLabel = "TEXT",
      description = "Optimizer, in place of the one that the model was trained with.")
  private @Nullable String optimizer;

  @Option(names = "--all", description = "Leave nothing out, however large the network.")
  private boolean all;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Save a page for the browser in place of the text.")
  private @Nullable Path page;

  private final Terminal terminal;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    data.check(file);
    if (page != null) {
      Common.checkOutput("--html", page, modelFile, file, data.images, data.labels);
    }
    try (Plugins plugins = common.discover(terminal)) {
      Model model = Common.read(modelFile, plugins, terminal).model();
      Dataset chosen = dataset(model);
      tell(
          introduction(model, chosen),
          ExplainedStep.of(model.network(), recipe(model, plugins), chosen));
      return 0;
    }
  }

  private Recipe recipe(Model model, Plugins plugins) {
    String trained = model.provenance().getOrDefault(TrainingPlan.OPTIMIZER, Defaults.OPTIMIZER);
    String text = optimizer == null ? trained : optimizer;
    return Recipe.of(model.loss(), plugins.optimizer(text), plugins.schedule(Defaults.SCHEDULE))
        .withSeed(common.seed());
  }

  private Dataset dataset(Model model) {
    Source source = data.source(file, model.preparation());
    if (row < 1 || row > source.count()) {
      throw new UsageException(
          "There is no row %d: the data has rows 1 to %d.".formatted(row, source.count()));
    }
    return model.dataset(source, new int[] {row - 1});
  }

  /** What the model says in use, where nothing is dropped. */
  private static Rows outputs(Model model, Dataset row) {
    float[] outputs = model.network().predict(row.features().data());
    return new Rows(outputs, 0, 1, outputs.length);
  }

  private void tell(String introduction, ExplainedStep step) {
    Shown shown = all ? Shown.ALL : Shown.SHORT;
    if (page != null) {
      SavedFile.write(page, step.html(introduction, shown));
      terminal.note("Wrote row %,d, explained, to %s.", row, page);
    }
    if (common.json()) {
      terminal.json(step.map(shown));
    } else if (page == null) {
      terminal.prose("%s", introduction);
      terminal.line("%n%s", step.text(shown).stripTrailing());
    }
  }

  private String introduction(Model model, Dataset chosen) {
    return String.format(
        Locale.ROOT,
        "Row %,d: the model says %s for %s, the data says %s. Below, numbers are as it sees them, scaled.%s",
        row,
        answer(model, outputs(model, chosen)),
        model.preparation().target().column(),
        truth(model.preparation().target(), chosen.targets()),
        inTraining(model.network()));
  }

  /** What is done while training only, so that the guess below is not what the model says. */
  private static String inTraining(Network network) {
    List<String> ways = new ArrayList<>();
    if (network.layers().stream().anyMatch(Dropout.class::isInstance)) {
      ways.add("dropout drops some of them");
    }
    if (network.layers().stream().anyMatch(BatchNorm.class::isInstance)) {
      ways.add("batch-norm scales by this row alone");
    }
    return ways.isEmpty()
        ? ""
        : " It is a step of training: there " + String.join(" and ", ways) + ".";
  }

  private static String answer(Model model, Rows outputs) {
    return model.preparation().task() == Task.REGRESSION
        ? Figures.of(model.number(outputs, 0))
        : model.label(outputs, 0);
  }

  /** The target as people know it; of a class also its number, if that is what the loss sees. */
  private static String truth(Target target, Rows targets) {
    if (target instanceof NumberTarget number) {
      return Figures.of(number.toUnits(targets.get(0, 0)));
    }
    int number = ClassTarget.number(targets, 0);
    String label = ((ClassTarget) target).labels().get(number);
    return targets.width() == 1
        ? "%s (t = %d: classes count from 0)".formatted(label, number)
        : label;
  }
}
