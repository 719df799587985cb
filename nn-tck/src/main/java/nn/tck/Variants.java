package nn.tck;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nn.api.Plugin;
import nn.core.plugin.PluginException;
import nn.core.plugin.PluginInfo.Parameter;
import nn.core.plugin.Plugins;

/** The variants of one plugin that are worth testing, one parameter changed at a time. */
final class Variants<P extends Plugin> {
  private final Plugins plugins;
  private final P plugin;

  Variants(Plugins plugins, P plugin) {
    this.plugins = plugins;
    this.plugin = plugin;
  }

  /** The plugin itself and its variants, without repetitions. */
  List<P> all() {
    Set<P> variants = new LinkedHashSet<>();
    variants.add(plugin);
    for (Parameter parameter : plugins.info(plugin).parameters()) {
      for (Object value : values(parameter)) {
        changed(plugins, plugin, parameter, value).ifPresent(variants::add);
      }
    }
    return ImmutableList.copyOf(variants);
  }

  /** The plugin with one parameter changed, unless it refuses the value. */
  static <P extends Plugin> Optional<P> changed(
      Plugins plugins, P plugin, Parameter parameter, Object value) {
    try {
      return Optional.of(plugins.with(plugin, Map.of(parameter.name(), value)));
    } catch (PluginException e) {
      return Optional.empty(); // a combination that the author rules out
    }
  }

  /** The values of one parameter that are worth trying; none for text and nested plugins. */
  static List<Object> values(Parameter parameter) {
    Class<?> type = parameter.type();
    if (type == boolean.class) {
      return List.of(false, true);
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).collect(toImmutableList());
    }
    return type.isPrimitive() ? numbers(parameter) : List.of();
  }

  private static List<Object> numbers(Parameter parameter) {
    return Arrays.stream(new double[] {parameter.min(), middle(parameter), parameter.max()})
        .filter(Double::isFinite)
        .mapToObj(value -> number(parameter.type(), value))
        .collect(toImmutableList());
  }

  /** Half-way between the bounds, on the parameter's own scale. */
  private static double middle(Parameter parameter) {
    boolean log = parameter.log() && parameter.min() > 0;
    return log
        ? Math.sqrt(parameter.min()) * Math.sqrt(parameter.max())
        : parameter.min() / 2 + parameter.max() / 2;
  }

  /** The number in the type of the parameter. */
  static Object number(Class<?> type, double value) {
    if (type == int.class) {
      return (int) value;
    } else if (type == long.class) {
      return (long) value;
    }
    return type == float.class ? (Object) (float) value : (Object) value;
  }
}
