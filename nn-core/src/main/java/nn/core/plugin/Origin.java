package nn.core.plugin;

import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a class came from.
 *
 * @param source how it was found
 * @param location its JAR or directory, or null if the class loader does not tell
 * @param module name of its module, or null outside the module path
 * @param version the module's version, else {@code Implementation-Version} of the JAR's manifest,
 *     else null
 */
public record Origin(
    Source source, @Nullable URI location, @Nullable String module, @Nullable String version) {

  /** How a class was found. */
  public enum Source {
    /** As a provider of a named module. */
    MODULE_PATH,
    /** Through a services file on the class path. */
    CLASS_PATH,
    /** In a plugin folder, by a class loader of its own. */
    PLUGIN_FOLDER,
    /** Named by the program itself, see {@link Plugins#of}. */
    GIVEN
  }

  /** Last part of the location, as people call it: {@code a-1.0.jar}; else the source in words. */
  public String file() {
    if (location == null) {
      return Names.normal(source.name()).replace('-', ' ');
    }
    String path = location.getPath() == null ? location.toString() : location.getPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  /** The location without the scheme of a file, for messages that must tell two places apart. */
  String place() {
    return location != null && location.getPath() != null ? location.getPath() : file();
  }

  static Origin at(Source source, URI location) {
    return new Origin(source, location, null, null);
  }

  /** Origin of a loaded class; a class path provider of a named module counts as module path. */
  static Origin of(Class<?> type, Source source) {
    Module module = type.getModule();
    if (!module.isNamed()) {
      return new Origin(source, location(type), null, manifestVersion(type));
    }
    Source actual = source == Source.CLASS_PATH ? Source.MODULE_PATH : source;
    return new Origin(actual, location(type), module.getName(), moduleVersion(module));
  }

  private static @Nullable URI location(Class<?> type) {
    CodeSource code = type.getProtectionDomain().getCodeSource();
    URL url = code == null ? null : code.getLocation();
    return url == null ? null : URI.create(url.toString());
  }

  private static @Nullable String manifestVersion(Class<?> type) {
    Package home = type.getPackage();
    return home == null ? null : home.getImplementationVersion();
  }

  private static @Nullable String moduleVersion(Module module) {
    ModuleDescriptor descriptor = module.getDescriptor();
    return descriptor == null ? null : descriptor.rawVersion().orElse(null);
  }
}
