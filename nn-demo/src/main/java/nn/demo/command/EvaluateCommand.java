package nn.demo.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nn.core.data.Source;
import nn.core.kernel.Crew;
import nn.core.model.Model;
import nn.core.plugin.Plugins;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nn evaluate}: how good a saved model is on a file. */
@Command(name = "evaluate", description = "Measure a saved model on data with known answers.")
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();
  @Mixin private DataOptions data = new DataOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "File that nn train --save wrote.")
  private Path modelFile = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "CSV file.")
  private @Nullable Path file;

  private final Terminal terminal;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    data.check(file);
    try (Plugins plugins = common.discover(terminal);
        Crew crew = new Crew(common.arithmetic(plugins), Defaults.threads())) {
      Model model = Common.read(modelFile, plugins, terminal).model();
      Source source = data.source(file, model.preparation());
      Scorecard score = Scorecard.of(model, source, crew);
      tell(model, source, score);
      return 0;
    }
  }

  private void tell(Model model, Source source, Scorecard score) {
    if (common.json()) {
      Json json = new Json().put("task", Common.word(model.preparation().task()));
      json.put("rows", source.count());
      json.putAll(score.json());
      terminal.json(json.put("weightsHash", model.weightsHash()));
      return;
    }
    terminal.prose("%,d rows: %s", source.count(), terminal.bold(score.words()));
    if (score.confusion() != null) {
      terminal.line("%n%s", score.confusion());
    }
  }
}
