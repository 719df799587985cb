package nn.core.plugin;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import nn.api.Plugin;
import nn.core.text.Numbers;
import org.jspecify.annotations.Nullable;

/** Writes plugins as text that {@link TextParser} reads back to an equal plugin. */
final class TextWriter {
  private final Catalog catalog;
  private final boolean full;

  private TextWriter(Catalog catalog, boolean full) {
    this.catalog = catalog;
    this.full = full;
  }

  /** Leaves out every parameter that has its default. */
  static TextWriter brief(Catalog catalog) {
    return new TextWriter(catalog, false);
  }

  /** Writes every parameter. */
  static TextWriter full(Catalog catalog) {
    return new TextWriter(catalog, true);
  }

  String write(Plugin plugin) {
    String arguments = Joiner.on(", ").withKeyValueSeparator("=").join(arguments(plugin));
    String handle = catalog.handle(catalog.info(plugin.getClass()));
    return arguments.isEmpty() ? handle : handle + "(" + arguments + ")";
  }

  /** What stands in the parentheses: values as text by parameter, in order. */
  ImmutableMap<String, String> arguments(Plugin plugin) {
    PluginInfo<?> info = catalog.info(plugin.getClass());
    List<Object> values = RecordForm.values(plugin);
    List<Object> defaults = full ? List.of() : defaults(info);
    ImmutableMap.Builder<String, String> arguments = ImmutableMap.builder();
    for (int i = 0; i < values.size(); i++) {
      if (defaults.isEmpty() || !RecordForm.equal(values.get(i), defaults.get(i))) {
        String name = info.parameters().get(i).name();
        arguments.put(name, value(info, name, values.get(i)));
      }
    }
    return arguments.buildOrThrow();
  }

  /** None if the defaults cannot be had: then nothing can be left out. */
  private static List<Object> defaults(PluginInfo<?> info) {
    try {
      return RecordForm.values(RecordForm.defaults(info));
    } catch (PluginException e) {
      return List.of();
    }
  }

  private String value(PluginInfo<?> info, String name, Object value) {
    if (value instanceof Plugin plugin) {
      return write(plugin);
    }
    if (value instanceof String text) {
      return "'" + text.replace("'", "''") + "'";
    }
    String text = simple(value);
    if (text.equals("nan")) {
      String message = "%s: %s is not a number, which no text can say.";
      throw Problem.error(info.name(), message.formatted(info.name(), name), "").exception();
    }
    return text;
  }

  /** A number, switch or enum constant as it stands in text. */
  static String simple(@Nullable Object value) {
    if (value instanceof Double number) {
      return Numbers.text(number);
    }
    if (value instanceof Float number) {
      return Numbers.text(number);
    }
    return value instanceof Enum<?> constant
        ? Names.normal(constant.name())
        : String.valueOf(value);
  }
}
