package nn.demo.command;

import com.google.common.base.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nn.api.Plugin;
import nn.core.plugin.PluginException;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn plugins}: what is there, and what one of them does. */
@Command(
    name = "plugins",
    description = "List every plugin, or show one: formula, parameters, plot, values.",
    footer = {"", "Example:  nn plugins gelu --at -5,0.7,3"})
final class PluginsCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "A plugin: its name, kind/name where that is ambiguous, or text such as leaky-relu(slope=0.2).")
  private @Nullable String name;

  @Option(
      names = "--at",
      paramLabel = "X,...",
      split = ",",
      hideParamSyntax = true,
      description = "Inputs at which to show an activation's values and derivatives.")
  private double @Nullable [] at;

  private final Terminal terminal;

  PluginsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (name == null && at != null) {
      throw new UsageException("--at needs an activation: nn plugins NAME --at -5,0.7,3");
    }
    try (Plugins plugins = common.discover(terminal)) {
      if (name != null) {
        new PluginView(terminal, plugins, common.json(), at).show(name);
      } else if (common.json()) {
        terminal.json(json(plugins));
      } else {
        list(plugins);
      }
      return 0;
    }
  }

  private void list(Plugins plugins) {
    for (Class<? extends Plugin> kind : Plugins.KINDS) {
      List<? extends PluginInfo<?>> all = plugins.all(kind);
      terminal.line("%s", terminal.bold(title(kind) + " (" + all.size() + ")"));
      for (PluginInfo<?> info : all) {
        terminal.item(info.name(), info.summary());
      }
      terminal.line("%s", "");
    }
    terminal.line("nn plugins NAME shows formula, parameters and a plot.");
  }

  private static String title(Class<? extends Plugin> kind) {
    String words = Plugins.plural(kind);
    return Ascii.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Default values are had by building each plugin; one that cannot be built is a problem more. */
  private static Json json(Plugins plugins) {
    List<Problem> problems = new ArrayList<>(plugins.problems());
    List<Object> all = new ArrayList<>();
    for (Class<? extends Plugin> kind : Plugins.KINDS) {
      for (PluginInfo<?> info : plugins.all(kind)) {
        try {
          all.add(PluginView.json(plugins, info));
        } catch (PluginException e) {
          problems.add(e.problem());
        }
      }
    }
    return new Json()
        .put("plugins", all)
        .put("problems", problems.stream().sorted().map(Common::json).toList());
  }
}
