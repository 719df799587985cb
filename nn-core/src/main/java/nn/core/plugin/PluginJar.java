package nn.core.plugin;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a JAR of a plugin folder says about itself, read without a class loader, which would pass in
 * silence over a JAR that cannot be read or declares nothing.
 *
 * @param origin the JAR
 * @param types names of its classes
 * @param declared its services files
 * @param module whether it has a module descriptor
 */
record PluginJar(
    Origin origin,
    ImmutableList<String> types,
    ImmutableMap<Kind, ServicesFile> declared,
    boolean module) {
  private static final String CLASS = ".class";
  private static final String DESCRIPTOR = "module-info";

  static PluginJar read(Path file) {
    Origin origin = Origin.at(Origin.Source.PLUGIN_FOLDER, file.toUri());
    try (JarFile jar = open(file)) {
      List<String> types = types(jar);
      return new PluginJar(
          origin,
          ImmutableList.copyOf(Iterables.filter(types, type -> !type.equals(DESCRIPTOR))),
          services(jar),
          types.contains(DESCRIPTOR));
    } catch (IOException | RuntimeException e) { // a damaged archive gives either
      throw unreadable(origin, e).causedBy(e).exception();
    }
  }

  /** As the class loader sees it: of a class for several versions of Java, the one for this. */
  private static JarFile open(Path file) throws IOException {
    return new JarFile(file.toFile(), true, ZipFile.OPEN_READ, Runtime.version());
  }

  private static List<String> types(JarFile jar) {
    return jar.versionedStream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF/"))
        .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
        .toList();
  }

  private static ImmutableMap<Kind, ServicesFile> services(JarFile jar) throws IOException {
    ImmutableMap.Builder<Kind, ServicesFile> services = ImmutableMap.builder();
    for (Kind kind : Kind.values()) {
      ZipEntry entry = jar.getEntry(kind.services());
      if (entry != null) {
        try (InputStream in = jar.getInputStream(entry)) {
          services.put(kind, ServicesFile.read(in));
        }
      }
    }
    return services.buildOrThrow();
  }

  private static Problem unreadable(Origin origin, Exception e) {
    return Problem.warning(
        origin,
        origin.file(),
        "%s is not a readable JAR file (%s).".formatted(origin.file(), e.getMessage()),
        "Build or download it again.");
  }

  boolean declaresNothing() {
    return declared.values().stream()
        .allMatch(file -> file.types().isEmpty() && file.badLines().isEmpty());
  }

  boolean bundlesApi() {
    return types.contains("nn.api.Plugin");
  }

  /** What to say of a JAR whose classes nobody would find. */
  Problem silent(ClassLoader loader) {
    for (String type : types) {
      for (Kind kind : Loading.kindsOf(type, loader)) {
        return silent(
            "%s could be one: add a file %s containing the line %s."
                .formatted(type, kind.services(), type));
      }
    }
    return silent(
        "If it holds plugins, list their classes in META-INF/services/nn.api.Activation or the like;"
            + " if a plugin needs it, put both JARs into one sub-folder of the plugin folder.");
  }

  private Problem silent(String remedy) {
    String more = module ? " (its module-info counts only on the module path)" : "";
    return Problem.warning(
        origin, origin.file(), "%s declares no plugin%s.".formatted(origin.file(), more), remedy);
  }

  Problem bundled() {
    return Problem.note(
        origin,
        origin.file(),
        "%s contains its own copy of nn.api; it is ignored.".formatted(origin.file()),
        "Mark nn-api as a provided dependency.");
  }
}
