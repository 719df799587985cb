package nn.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Whether the JARs of the program are all there and belong together. It needs the JDK alone, since
 * any other JAR may be the one that is missing.
 */
final class Installation {
  /** A class of each JAR of ours that the program cannot do without. */
  private static final Map<String, String> OURS = ours();

  private static final String AGAIN = "build or download the program again.";

  /**
   * One JAR of ours.
   *
   * @param name its module
   * @param version its version, or empty
   * @param place where it lies
   */
  record Part(String name, String version, String place) {
    @Override
    public String toString() {
      return "%s %s (%s)"
          .formatted(name, version.isEmpty() ? "of unknown version" : version, place);
    }
  }

  private Installation() {}

  private static Map<String, String> ours() {
    Map<String, String> ours = new LinkedHashMap<>();
    ours.put("nn-api", "nn.api.Plugin");
    ours.put("nn-core", "nn.core.plugin.Plugins");
    ours.put("nn-tck", "nn.tck.Tck");
    ours.put("nn-demo", "nn.demo.Main");
    return ours;
  }

  /** What is missing, as a sentence, if the program was started as {@code java -jar}. */
  static Optional<String> gap() {
    Path jar = Path.of(System.getProperty("java.class.path", ""));
    return Files.isRegularFile(jar) ? gap(jar) : Optional.empty();
  }

  /** What is missing of the JARs that this one names in its manifest, as a sentence. */
  static Optional<String> gap(Path jar) {
    Path folder = jar.toAbsolutePath();
    List<Path> missing = new ArrayList<>();
    for (String entry : classPath(jar)) {
      Path library = folder.resolveSibling(entry);
      if (isNeeded(library.getFileName().toString()) && !Files.exists(library)) {
        missing.add(library);
      }
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String names =
        String.join(" and ", missing.stream().map(p -> p.getFileName().toString()).toList());
    return Optional.of(
        "The program is incomplete: %s %s missing in %s. Put %s back, or %s"
            .formatted(
                names,
                missing.size() == 1 ? "is" : "are",
                missing.get(0).getParent(),
                missing.size() == 1 ? "it" : "them",
                AGAIN));
  }

  /** Plugins are plugins: without their JARs the program starts, and asks for them when needed. */
  private static boolean isNeeded(String file) {
    return !file.startsWith("nn-")
        || OURS.keySet().stream().anyMatch(n -> file.startsWith(n + "-"));
  }

  private static String[] classPath(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      @Nullable Manifest manifest = file.getManifest();
      @Nullable String path =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return path == null || path.isBlank() ? new String[0] : path.strip().split(" +");
    } catch (IOException e) {
      return new String[0]; // Java itself could read it
    }
  }

  /** Why a class could not be linked, as a sentence. */
  static String explain(LinkageError error) {
    return explain(error, parts());
  }

  static String explain(LinkageError error, List<Part> parts) {
    // Classes that were never packed have no version.
    if (parts.stream().map(Part::version).filter(v -> !v.isEmpty()).distinct().count() > 1) {
      return "The nn JARs do not belong together: %s. Use one version."
          .formatted(String.join(", ", parts.stream().map(Part::toString).toList()));
    }
    String text = String.valueOf(error.getMessage());
    return error instanceof NoClassDefFoundError
        ? "The program is incomplete: it needs %s, which is not there. Put its JAR back, or %s"
            .formatted(text.replace('/', '.'), AGAIN)
        : "The program is damaged (%s: %s). Please %s"
            .formatted(error.getClass().getSimpleName(), text, AGAIN);
  }

  private static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    OURS.forEach((name, type) -> part(name, type).ifPresent(parts::add));
    return parts;
  }

  private static Optional<Part> part(String name, String type) {
    try {
      Class<?> found = Class.forName(type, false, Installation.class.getClassLoader());
      @Nullable String version = found.getPackage().getImplementationVersion();
      URI place = URI.create(found.getProtectionDomain().getCodeSource().getLocation().toString());
      return Optional.of(new Part(name, version == null ? "" : version, place.getPath()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // the one that is missing or damaged
    }
  }
}
