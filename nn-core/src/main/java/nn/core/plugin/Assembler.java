package nn.core.plugin;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nn.api.Plugin;
import nn.core.text.Nearest;
import org.jspecify.annotations.Nullable;

/** Builds plugins: parsed text or changed values in, an instance out. */
final class Assembler {
  private final Catalog catalog;

  Assembler(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The plugin that the text describes; what it leaves out has its default. */
  Plugin create(Kind kind, Node.Call call) {
    PluginInfo<?> info = catalog.resolve(kind, call.name());
    if (call.arguments().isEmpty()) {
      return RecordForm.defaults(info);
    }
    return assemble(info, call.arguments(), null);
  }

  /** Refuses a plugin that its own text would not build again. */
  void checkText(Plugin plugin, String text) {
    PluginInfo<?> info = catalog.info(plugin.getClass());
    Kind kind = Kind.of(info.kind());
    if (catalog.matches(kind, info.type().getName()).isEmpty()) {
      throw refuse(
          info,
          "%s is not among these plugins, so no text could build it again."
              .formatted(info.type().getName()),
          "Give the class to Plugins.discover, or list it in %s.".formatted(kind.services()));
    }
    // A class of the same name from another loader is equal to nothing.
    if (catalog.all().contains(info)
        && !RecordForm.equal(create(kind, TextParser.plugin(text)), plugin)) {
      throw refuse(
          info,
          "what %s builds is not the plugin that this was written from.".formatted(text),
          "Its author has to correct it; nn check %s says more.".formatted(info.origin().file()));
    }
  }

  /** The same plugin with some values replaced. */
  Plugin with(Plugin plugin, Map<String, ?> changes) {
    PluginInfo<?> info = catalog.info(plugin.getClass());
    List<Node.Argument> arguments = new ArrayList<>();
    changes.forEach(
        (name, value) -> {
          Class<?> type = info.parameters().get(indexOf(info, name)).type();
          arguments.add(new Node.Argument(name, node(type, value)));
        });
    return assemble(info, arguments, plugin);
  }

  /** Given values as they would stand in text. */
  private static Node node(Class<?> type, @Nullable Object value) {
    if (value instanceof Plugin plugin) {
      return new Node.Ready(plugin);
    }
    if (value instanceof String text && type != String.class) {
      return TextParser.value(text);
    }
    return value instanceof String text
        ? new Node.Quoted(text)
        : new Node.Word(TextWriter.simple(value));
  }

  private Plugin assemble(
      PluginInfo<?> info, List<Node.Argument> arguments, @Nullable Plugin base) {
    @Nullable Object[] values = new @Nullable Object[info.parameters().size()];
    for (Node.Argument argument : arguments) {
      int index = indexOf(info, argument, arguments.size());
      PluginInfo.Parameter parameter = info.parameters().get(index);
      if (values[index] != null) {
        throw refuse(info, "%s is given twice.".formatted(parameter.name()), "Remove one.");
      }
      values[index] = value(new Slot(info, parameter), argument.value());
    }
    fill(values, info, base);
    return RecordForm.make(info, Arrays.asList(values));
  }

  private static void fill(@Nullable Object[] values, PluginInfo<?> info, @Nullable Plugin base) {
    if (Arrays.asList(values).contains(null)) {
      List<Object> rest = RecordForm.values(base == null ? RecordForm.defaults(info) : base);
      for (int i = 0; i < values.length; i++) {
        values[i] = values[i] == null ? rest.get(i) : values[i];
      }
    }
  }

  private static int indexOf(PluginInfo<?> info, Node.Argument argument, int count) {
    String name = argument.parameter();
    if (name != null) {
      return indexOf(info, name);
    }
    if (info.parameters().size() == 1 && count == 1) {
      return 0;
    }
    throw refuse(
        info,
        "'%s' stands without the name of its parameter.".formatted(argument.value().shown()),
        parameters(info));
  }

  private static int indexOf(PluginInfo<?> info, String name) {
    for (int i = 0; i < info.parameters().size(); i++) {
      if (Names.means(name, info.parameters().get(i).name())) {
        return i;
      }
    }
    List<String> known = info.parameters().stream().map(PluginInfo.Parameter::name).toList();
    String question = Nearest.question(name, known);
    String message = "%s has no parameter '%s'.".formatted(info.name(), name);
    throw Problem.error(name, message, (question + " " + parameters(info)).strip()).exception();
  }

  /** Every parameter with its bounds and default. */
  private static String parameters(PluginInfo<?> info) {
    if (info.parameters().isEmpty()) {
      return "It has none.";
    }
    Map<String, Object> defaults = defaults(info);
    List<String> words = new ArrayList<>();
    for (PluginInfo.Parameter parameter : info.parameters()) {
      List<String> details = new ArrayList<>();
      if (!parameter.bounds().isEmpty()) {
        details.add(parameter.bounds());
      }
      Object value = defaults.get(parameter.name());
      if (value != null && !(value instanceof Plugin)) {
        details.add("default " + TextWriter.simple(value));
      }
      String more = details.isEmpty() ? "" : " (" + String.join(", ", details) + ")";
      words.add(parameter.name() + more);
    }
    return "Its parameters: %s.".formatted(String.join("; ", words));
  }

  /** The defaults by name; none if they cannot be had, since this only adorns another message. */
  private static Map<String, Object> defaults(PluginInfo<?> info) {
    try {
      return named(info, RecordForm.defaults(info));
    } catch (PluginException e) {
      return ImmutableMap.of();
    }
  }

  /** The values of a plugin by the names of its parameters, in order. */
  static ImmutableMap<String, Object> named(PluginInfo<?> info, Plugin plugin) {
    List<Object> values = RecordForm.values(plugin);
    ImmutableMap.Builder<String, Object> named = ImmutableMap.builder();
    for (int i = 0; i < values.size(); i++) {
      named.put(info.parameters().get(i).name(), values.get(i));
    }
    return named.buildOrThrow();
  }

  private Object value(Slot slot, Node node) {
    return Kind.behind(slot.parameter().type())
        .map(kind -> nested(slot, kind, node))
        .orElseGet(() -> slot.simple(node));
  }

  private Object nested(Slot slot, Kind kind, Node node) {
    if (node instanceof Node.Ready ready) {
      return slot.fitting(kind, node, ready.plugin());
    }
    Node.Call call =
        node instanceof Node.Word word
            ? new Node.Call(word.text(), List.of())
            : node instanceof Node.Call given ? given : null;
    if (call == null) {
      throw slot.wrong(kind.oneOf(), node);
    }
    Optional<Kind> actual = catalog.otherKind(kind, call.name());
    if (catalog.matches(kind, call.name()).isEmpty() && actual.isPresent()) {
      throw refuse(
          slot.info(),
          "%s must be %s; '%s' is %s."
              .formatted(slot.parameter().name(), kind.oneOf(), call.name(), actual.get().oneOf()),
          "");
    }
    return slot.fitting(kind, node, create(kind, call));
  }

  private static PluginException refuse(PluginInfo<?> info, String message, String remedy) {
    return Problem.error(info.name(), info.name() + ": " + message, remedy).exception();
  }
}
