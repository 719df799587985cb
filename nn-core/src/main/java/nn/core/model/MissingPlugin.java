package nn.core.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nn.core.plugin.Origin;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import nn.core.text.Nearest;

/**
 * A plugin that a model needs and that is not there, and what is there instead.
 *
 * @param plugin the one that the file names
 * @param plugins all that were found
 */
record MissingPlugin(SavedPlugin plugin, Plugins plugins) {
  /** The first that is not there. */
  static Optional<MissingPlugin> among(List<SavedPlugin> used, Plugins plugins) {
    return used.stream()
        .filter(plugin -> plugin.today(plugins).isEmpty())
        .findFirst()
        .map(plugin -> new MissingPlugin(plugin, plugins));
  }

  /** What is wrong and how to fix it, as what a file does. */
  String words() {
    return plugins.problems().stream()
        .filter(problem -> problem.subject().equals(plugin.type()))
        .findFirst()
        .map(this::unusable)
        .orElseGet(this::absent);
  }

  private String unusable(Problem problem) {
    return "uses %s, which cannot be used here: %s".formatted(plugin.words(), problem.text());
  }

  private String absent() {
    return "uses %s, which was not found: %s, and %s. Start with --plugins and the folder that holds it."
        .formatted(plugin.words(), names(), jars());
  }

  private String names() {
    List<PluginInfo<?>> kin =
        plugins.all().stream().filter(info -> info.kindName().equals(plugin.kind())).toList();
    if (kin.isEmpty()) {
      return "there is no %s here at all".formatted(plugin.kind());
    }
    List<String> known = kin.stream().flatMap(MissingPlugin::names).toList();
    List<String> near = Nearest.of(plugin.name(), known);
    String all =
        kin.size() == 1
            ? "1 " + plugin.kind()
            : kin.size() + " " + Plugins.plural(kin.get(0).kind());
    return near.isEmpty()
        ? "none of the %s here has a name like it".formatted(all)
        : "of the %s here %s %s nearest"
            .formatted(all, Words.list(near), near.size() == 1 ? "is" : "are");
  }

  private static Stream<String> names(PluginInfo<?> info) {
    return Stream.concat(Stream.of(info.name()), info.aliases().stream());
  }

  private String jars() {
    ImmutableList<String> files =
        plugins.all().stream()
            .map(PluginInfo::origin)
            .filter(origin -> origin.source() == Origin.Source.PLUGIN_FOLDER)
            .map(Origin::file)
            .distinct()
            .sorted()
            .collect(ImmutableList.toImmutableList());
    return files.isEmpty()
        ? "no plugin JAR was read"
        : "the plugin JARs read are %s".formatted(Words.list(files));
  }
}
