package nn.core.plugin;

import com.google.common.base.Strings;
import com.google.common.base.Throwables;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.api.Plugin;

/** From a plugin record to the values of its components and back, by reflection. */
final class RecordForm {
  private RecordForm() {}

  /** The values of the components, in order. */
  static List<Object> values(Plugin plugin) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : plugin.getClass().getRecordComponents()) {
      values.add(value(plugin, component));
    }
    return values;
  }

  private static Object value(Plugin plugin, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(plugin);
      if (value == null) {
        throw missing(plugin, component);
      }
      return value;
    } catch (ReflectiveOperationException | LinkageError e) {
      String name = Names.of(plugin.getClass());
      String what = "%s: %s cannot be read: %s";
      throw failure(name, what.formatted(name, Names.kebab(component.getName()), words(e)), "", e);
    }
  }

  private static PluginException missing(Plugin plugin, RecordComponent component) {
    String name = Names.of(plugin.getClass());
    String message = "%s: %s is null, but a parameter always has a value.";
    return Problem.error(
            name,
            message.formatted(name, Names.kebab(component.getName())),
            "Its author has to correct it.")
        .exception();
  }

  /** An instance with the author's defaults. */
  static Plugin defaults(PluginInfo<?> info) {
    try {
      return info.type().getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError | StackOverflowError e) {
      String what =
          e instanceof ExceptionInInitializerError
              ? "%s: %s failed while its class was being initialised: %s"
              : "%s: %s could not be created with its defaults: %s";
      String place = info.origin().file();
      String message = what.formatted(place, info.type().getName(), words(e));
      throw failure(info.type().getName(), message, "Its author has to correct it.", e);
    }
  }

  /** An instance with the given values, which must have the types of the components. */
  static Plugin make(PluginInfo<?> info, List<Object> values) {
    try {
      return canonical(info.type()).newInstance(values.toArray());
    } catch (ReflectiveOperationException | LinkageError | StackOverflowError e) {
      throw failure(info.name(), info.name() + ": " + words(e), "", e);
    }
  }

  /** Whether two values are equal; the {@code equals} of a plugin may be its author's own. */
  static boolean equal(Object value, Object other) {
    try {
      return value.equals(other);
    } catch (Exception | LinkageError | StackOverflowError e) {
      Class<?> type = value.getClass();
      String file = Origin.of(type, Origin.Source.GIVEN).file();
      String message = "%s (from %s): its equals failed: %s";
      message = message.formatted(Names.of(type), file, words(e));
      throw failure(type.getName(), message, "Its author has to correct it.", e);
    }
  }

  private static <P extends Plugin> Constructor<P> canonical(Class<P> type)
      throws NoSuchMethodException {
    return type.getConstructor(
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new));
  }

  private static PluginException failure(
      String subject, String message, String remedy, Throwable e) {
    return Problem.error(subject, message, remedy).causedBy(cause(e)).exception();
  }

  /** What the plugin's own code threw. */
  private static Throwable cause(Throwable e) {
    boolean wrapped =
        e instanceof InvocationTargetException || e instanceof ExceptionInInitializerError;
    Throwable inner = e.getCause();
    return wrapped && inner != null ? inner : e;
  }

  /** What the plugin's own code said, as a sentence: of several lines, as of a dump, the first. */
  static String words(Throwable e) {
    Throwable cause = cause(e);
    rethrowIfFatal(cause);
    String message = Strings.nullToEmpty(cause.getMessage()).strip();
    String words = message.lines().findFirst().orElse(cause.getClass().getSimpleName());
    return words.endsWith(".") ? words : words + ".";
  }

  private static void rethrowIfFatal(Throwable cause) {
    if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
      Throwables.throwIfUnchecked(cause);
    }
  }
}
