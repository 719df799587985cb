package nn.core.plugin;

import nn.api.Plugin;

/** Which methods a plugin left as they are written in the interface that it implements. */
public final class Inherited {
  private Inherited() {}

  /**
   * Whether nothing between the plugin's class and the interface overrides the method; false also
   * where the runtime cannot tell.
   */
  public static boolean from(Class<?> form, Plugin plugin, String method, Class<?>... parameters) {
    try {
      return plugin.getClass().getMethod(method, parameters).getDeclaringClass() == form;
    } catch (ReflectiveOperationException | LinkageError e) {
      return false; // A stranger's class may name types that are not there.
    }
  }
}
