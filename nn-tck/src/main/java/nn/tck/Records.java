package nn.tck;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.api.Plugin;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.PluginInfo.Parameter;

/** Whether a record keeps the values that its constructor is given. */
final class Records {
  private Records() {}

  /** Tries values inside and outside the bounds; a constructor may refuse, but not correct them. */
  static void kept(Plugin plugin, PluginInfo<?> info, Parameter parameter) {
    List<Object> values = new ArrayList<>(Variants.values(parameter));
    if (Double.isFinite(parameter.max()) && isNumber(parameter)) {
      values.add(Variants.number(parameter.type(), parameter.max() + 1));
    }
    if (Double.isFinite(parameter.min()) && isNumber(parameter)) {
      values.add(Variants.number(parameter.type(), parameter.min() - 1));
    }
    int index = info.parameters().indexOf(parameter);
    values.forEach(value -> kept(plugin, index, value, parameter.name()));
  }

  private static boolean isNumber(Parameter parameter) {
    return parameter.type().isPrimitive() && parameter.type() != boolean.class;
  }

  private static void kept(Plugin plugin, int index, Object value, String name) {
    try {
      RecordComponent[] components = plugin.getClass().getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = i == index ? value : components[i].getAccessor().invoke(plugin);
      }
      Plugin changed = canonical(plugin.getClass(), components).newInstance(values);
      Object kept = components[index].getAccessor().invoke(changed);
      Finding.unless(
          value.equals(kept),
          "%s was given as %s and became %s; refuse with an IllegalArgumentException instead.",
          name,
          value,
          kept);
    } catch (InvocationTargetException e) {
      return; // refused, which is right
    } catch (ReflectiveOperationException e) {
      throw new Check.Skip("its record cannot be read, see P-01");
    }
  }

  private static Constructor<? extends Plugin> canonical(
      Class<? extends Plugin> type, RecordComponent[] components) throws NoSuchMethodException {
    return type.getConstructor(
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
  }
}
