package nn.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import nn.api.Plugin;
import nn.core.network.Dense;
import nn.core.plugin.Plugins;

/** The plugins that a saved network needs, with the JARs that they came from, as JSON. */
final class UsedPlugins {
  private static final JsonMapper MAPPER = new JsonMapper();

  private UsedPlugins() {}

  /** Activations and loss, each followed by the plugins among its parameters. */
  static ImmutableList<Plugin> of(Model model, Plugins plugins) {
    Stream<Plugin> activations =
        model.network().layers().stream()
            .filter(layer -> layer instanceof Dense)
            .map(layer -> ((Dense) layer).activation());
    return Stream.concat(activations, Stream.of(model.loss()))
        .flatMap(plugin -> withInner(plugin, plugins))
        .collect(ImmutableList.toImmutableList());
  }

  private static Stream<Plugin> withInner(Plugin plugin, Plugins plugins) {
    Stream<Plugin> inner =
        plugins.values(plugin).values().stream()
            .filter(value -> value instanceof Plugin)
            .flatMap(value -> withInner((Plugin) value, plugins));
    return Stream.concat(Stream.of(plugin), inner);
  }

  static String text(Model model, Plugins plugins) {
    ArrayNode list = MAPPER.createArrayNode();
    of(model, plugins).stream()
        .map(plugins::info)
        .distinct()
        .forEach(info -> SavedPlugin.of(info).writeTo(list.addObject()));
    return list.toString();
  }

  /** What {@link #text} wrote; none if the text is something else. */
  static List<SavedPlugin> parse(String text) {
    ImmutableList.Builder<SavedPlugin> list = ImmutableList.builder();
    try {
      for (JsonNode used : MAPPER.readTree(text)) {
        list.add(SavedPlugin.of(used));
      }
      return list.build();
    } catch (JsonProcessingException e) {
      return ImmutableList.of(); // it only helps to explain
    }
  }
}
