package nn.core.plugin;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of plugins: each JAR in it is a plugin, and so is each sub-folder of JARs. A single JAR
 * may stand for a folder. Everything is taken in the order of file names.
 */
final class PluginFolder {
  private final Discovery discovery;

  PluginFolder(Discovery discovery) {
    this.discovery = discovery;
  }

  void read(Path folder) {
    if (Files.isRegularFile(folder)) {
      plugin(folder, ImmutableList.of(folder));
    } else if (Files.isDirectory(folder)) {
      plugins(folder);
    } else {
      discovery.add(
          Problem.error(
              folder.toString(),
              "The plugin folder %s does not exist.".formatted(folder),
              "Create it, or name another with --plugins."));
    }
  }

  private void plugins(Path folder) {
    List<Path> entries = entries(folder);
    List<Path> units =
        entries.stream().filter(path -> isJar(path) || Files.isDirectory(path)).toList();
    if (units.isEmpty()) {
      discovery.add(empty(folder));
    }
    for (Path unit : units) {
      List<Path> jars = isJar(unit) ? List.of(unit) : jars(unit);
      if (jars.isEmpty()) {
        discovery.add(empty(unit));
      } else {
        plugin(unit, jars);
      }
    }
  }

  private static Problem empty(Path folder) {
    return Problem.note(
        null,
        folder.toString(),
        "The plugin folder %s contains no JAR files.".formatted(folder),
        "");
  }

  private List<Path> jars(Path folder) {
    return entries(folder).stream().filter(PluginFolder::isJar).toList();
  }

  private List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(path -> path.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      String message = "The plugin folder %s cannot be read.".formatted(folder);
      String remedy = "Check who may read it, or name another with --plugins.";
      discovery.add(Problem.error(folder.toString(), message, remedy).causedBy(e));
      return ImmutableList.of();
    }
  }

  private static boolean isJar(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(path);
  }

  private void plugin(Path unit, List<Path> files) {
    List<PluginJar> jars = new ArrayList<>();
    for (Path file : files) {
      discovery.attempt(() -> jars.add(PluginJar.read(file)));
    }
    if (!jars.isEmpty()) {
      PluginLoader loader = loader(unit, files, jars);
      discovery.keepOpen(loader);
      jars.stream().filter(PluginJar::bundlesApi).forEach(jar -> discovery.add(jar.bundled()));
      if (jars.stream().allMatch(PluginJar::declaresNothing)) {
        discovery.add(silent(jars, loader));
      }
      jars.forEach(jar -> classes(jar, loader));
    }
  }

  private static PluginLoader loader(Path unit, List<Path> files, List<PluginJar> jars) {
    String name = unit.getFileName().toString();
    URL[] urls = files.stream().map(PluginFolder::url).toArray(URL[]::new);
    return new PluginLoader(
        name, urls, jars.stream().flatMap(jar -> jar.types().stream()).toList());
  }

  /** Of several JARs without a declaration, the one that most likely lacks it. */
  private static Problem silent(List<PluginJar> jars, PluginLoader loader) {
    return jars.stream()
        .filter(jar -> jar.types().stream().anyMatch(t -> !Loading.kindsOf(t, loader).isEmpty()))
        .findFirst()
        .orElse(jars.get(0))
        .silent(loader);
  }

  private void classes(PluginJar jar, PluginLoader loader) {
    for (Map.Entry<Kind, ServicesFile> declared : jar.declared().entrySet()) {
      Kind kind = declared.getKey();
      for (int line : declared.getValue().badLines()) {
        discovery.add(ServicesFile.badLine(jar.origin(), kind, line));
      }
      for (String type : declared.getValue().types()) {
        discovery.load(new Loading(kind, type, jar.origin(), jar.types()), loader);
      }
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(file + " lies in a file system without URLs", e);
    }
  }
}
