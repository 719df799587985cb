package nn.core.plugin;

import com.google.common.collect.ImmutableSet;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import nn.api.Plugin;

/**
 * Loads one plugin: its own JARs first, {@code nn.api} from the application, the JDK, and nothing
 * else. A plugin therefore cannot lean by accident on the engine or on a library of the
 * application, and its own copy of a library wins.
 */
final class PluginLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String API = Plugin.class.getPackageName() + ".";

  private final ClassLoader application = Plugin.class.getClassLoader();

  private final ImmutableSet<String> own;

  PluginLoader(String name, URL[] jars, Collection<String> own) {
    super(name, jars, getPlatformClassLoader());
    this.own = ImmutableSet.copyOf(own);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(API)) {
      return application.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return isOwn(name) ? findClass(name) : outside(name, resolve);
    }
  }

  /** Whether one of the plugin's JARs holds the class. */
  boolean isOwn(String name) {
    return own.contains(name) && !name.startsWith("java.");
  }

  /** On the module path the platform loader also finds the named modules of the application. */
  private Class<?> outside(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> found = super.loadClass(name, resolve);
    if (found.getClassLoader() == application) {
      throw new ClassNotFoundException(name + " belongs to the application");
    }
    return found;
  }
}
