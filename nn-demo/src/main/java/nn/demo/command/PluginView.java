package nn.demo.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nn.api.Activation;
import nn.api.Plugin;
import nn.core.plugin.PluginException;
import nn.core.plugin.PluginFailure;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import nn.core.text.Numbers;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Shows one plugin: what it is, its parameters, its curve, and its values at given inputs. */
final class PluginView {
  private final Terminal terminal;
  private final Plugins plugins;
  private final boolean json;
  private final double @Nullable [] at;

  PluginView(Terminal terminal, Plugins plugins, boolean json, double @Nullable [] at) {
    this.terminal = terminal;
    this.plugins = plugins;
    this.json = json;
    this.at = at;
  }

  /** Shows every plugin that the text means: one, unless two kinds share the name. */
  void show(String text) {
    int parameters = text.indexOf('(');
    String name = parameters < 0 ? text : text.substring(0, parameters);
    String arguments = parameters < 0 ? "" : text.substring(parameters);
    List<PluginInfo<?>> found = found(name);
    if (found.size() > 1 && (json || at != null)) {
      throw new UsageException(
          "'%s' is the name of several plugins; write %s/%s."
              .formatted(name, found.get(0).kindName(), name));
    }
    for (PluginInfo<?> info : found) {
      show(info, plugins.create(info.kind(), info.name() + arguments));
    }
  }

  private void show(PluginInfo<?> info, Plugin plugin) {
    try {
      if (at != null) {
        tell(info, plugin, ActivationValues.of(info, plugin, at));
      } else if (json) {
        terminal.json(json(plugins, info));
      } else {
        describe(info, plugin);
      }
    } catch (PluginException | UsageException e) {
      throw e;
    } catch (Throwable e) { // a stranger's code may throw anything
      throw PluginFailure.of(plugin, "", e);
    }
  }

  /** What the name means; inputs are shown to activations only. */
  private List<PluginInfo<?>> found(String name) {
    List<PluginInfo<?>> all = plugins.find(name);
    List<PluginInfo<?>> activations =
        all.stream().filter(info -> info.kind().equals(Activation.class)).toList();
    return at == null || activations.isEmpty() ? all : activations;
  }

  private void describe(PluginInfo<?> info, Plugin plugin) {
    terminal.line("%s", terminal.bold(info.name() + ", " + info.kindName()));
    part("", info.summary());
    part("Formula: ", info.formula());
    part("Source:  ", info.source());
    terminal.prose("Class:   %s, %s", info.type().getName(), origin(info));
    Map<String, Object> values = plugins.values(plugin);
    for (PluginInfo.Parameter p : info.parameters()) {
      String bounds = p.bounds().isEmpty() ? "" : " (" + p.bounds() + ")";
      terminal.prose(
          "  %s = %s%s  %s",
          p.name(), words(plain(plugins, values.get(p.name()))), bounds, p.help());
    }
    PluginPlot.of(plugin).ifPresent(this::plot);
  }

  private void plot(PluginPlot plot) {
    terminal.line("%s", "");
    if (!plot.caption().isEmpty()) {
      terminal.line("  %s", plot.caption());
    }
    plot.lines().forEach(line -> terminal.line("%s", line));
  }

  private void part(String label, String text) {
    if (!text.isEmpty()) {
      terminal.prose("%s%s", label, text);
    }
  }

  private void tell(PluginInfo<?> info, Plugin plugin, ActivationValues found) {
    double[] x = found.inputs();
    double @Nullable [] slopes = found.slopes();
    if (json) {
      terminal.json(
          new Json()
              .put("name", info.name())
              .put("text", plugins.fullText(plugin))
              .put("at", x)
              .put("values", found.outputs())
              .put("derivatives", slopes));
      return;
    }
    terminal.line("%14s %16s %16s", "x", plugins.shortText(plugin), slopes == null ? "" : "slope");
    double[] y = found.outputs();
    for (int i = 0; i < Math.max(x.length, y.length); i++) {
      String input = i < x.length ? asked(x[i]) : "";
      String output = i < y.length ? Figures.exact(y[i]) : "";
      String slope = slopes == null ? "" : Figures.exact(slopes[i]);
      terminal.line("%14s %16s %16s", input, output, slope);
    }
  }

  /** An input with all its digits. */
  private static String asked(double x) {
    return Double.isFinite(x) ? Numbers.text(x) : Double.toString(x);
  }

  /** Everything known about a plugin. */
  static Json json(Plugins plugins, PluginInfo<?> info) {
    Map<String, Object> values = plugins.values(plugins.defaults(info));
    List<Object> parameters = new ArrayList<>();
    for (PluginInfo.Parameter p : info.parameters()) {
      parameters.add(
          new Json()
              .put("name", p.name())
              .put("type", p.type().getSimpleName())
              .put("default", plain(plugins, values.get(p.name())))
              .put("min", p.min())
              .put("max", p.max())
              .put("help", p.help()));
    }
    return new Json()
        .put("kind", info.kindName())
        .put("name", info.name())
        .put("aliases", info.aliases())
        .put("summary", info.summary())
        .put("formula", info.formula())
        .put("source", info.source())
        .put("class", info.type().getName())
        .put("origin", info.origin().file())
        .put("version", info.origin().version())
        .put("parameters", parameters);
  }

  private static String words(Object value) {
    return value instanceof Double number ? Numbers.text(number) : value.toString();
  }

  private static Object plain(Plugins plugins, @Nullable Object value) {
    if (value instanceof Plugin plugin) {
      return plugins.fullText(plugin);
    }
    if (value instanceof Enum<?> constant) {
      return Common.word(constant);
    }
    return value == null ? "" : value;
  }

  private static String origin(PluginInfo<?> info) {
    String version = info.origin().version();
    return info.origin().file() + (version == null ? "" : " (version " + version + ")");
  }
}
