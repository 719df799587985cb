package nn.demo.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nn.api.Rows;
import nn.core.data.Idx;
import nn.core.data.Images;
import nn.core.data.Table;
import nn.core.data.Task;
import nn.core.kernel.Crew;
import nn.core.model.Model;
import nn.core.model.PredictionFile;
import nn.core.network.Predictor;
import nn.core.plugin.Plugins;
import nn.core.text.Numbers;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn predict}: answers of a saved model, in the target's own units. */
@Command(
    name = "predict",
    description = "Predict with a saved model; the target column is not needed.")
final class PredictCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Parameters(index = "0", paramLabel = "MODEL", description = "File that nn train --save wrote.")
  private Path modelFile = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "CSV file.")
  private @Nullable Path file;

  @Option(
      names = "--images",
      paramLabel = "F",
      description = "IDX file of images instead of a CSV.")
  private @Nullable Path images;

  @Option(
      names = "--output",
      paramLabel = "CSV",
      description = "File for the predictions (default: standard output).")
  private @Nullable Path output;

  private final Terminal terminal;

  PredictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if ((file == null) == (images == null)) {
      throw new UsageException("Name either a CSV file or --images F, not both and not neither.");
    }
    if (output != null) {
      Common.checkOutput("--output", output, modelFile, file, images);
    }
    try (Plugins plugins = common.discover(terminal);
        Crew crew = new Crew(common.arithmetic(plugins), Defaults.threads())) {
      Model model = Common.read(modelFile, plugins, terminal).model();
      Rows outputs =
          new Predictor(model.network(), crew.arithmetic()).predict(features(model), crew);
      tell(model, answers(model, outputs));
      return 0;
    }
  }

  private Rows features(Model model) {
    if (images != null) {
      Images read = Idx.images(images);
      return read.features(model.preparation(), read.rows());
    }
    return model.preparation().applyFeatures(Table.read(requireNonNull(file)));
  }

  private static List<Object> answers(Model model, Rows outputs) {
    List<Object> answers = new ArrayList<>();
    boolean number = model.preparation().task() == Task.REGRESSION;
    for (int r = 0; r < outputs.count(); r++) {
      answers.add(number ? (Object) model.number(outputs, r) : model.label(outputs, r));
    }
    return answers;
  }

  private void tell(Model model, List<Object> answers) {
    String column = model.preparation().target().column();
    if (output != null) {
      PredictionFile.write(output, column, texts(answers));
      terminal.note("Wrote %,d predictions to %s.", answers.size(), output);
    }
    if (common.json()) {
      Json json = new Json().put("target", column).put("rows", answers.size());
      terminal.json(output == null ? json.put("predictions", answers) : json);
    } else if (output == null) {
      terminal.out().print(PredictionFile.text(column, texts(answers)));
    }
  }

  private static List<String> texts(List<Object> answers) {
    return answers.stream()
        .map(answer -> answer instanceof Double d ? Numbers.text(d) : answer.toString())
        .toList();
  }
}
