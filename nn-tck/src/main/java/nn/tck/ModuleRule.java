package nn.tck;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.api.Plugin;
import nn.core.plugin.PluginInfo;

/** The module path and the class path must offer the same plugins. */
final class ModuleRule {
  private ModuleRule() {}

  static void agrees(Plugin plugin, Bench bench) throws IOException {
    PluginInfo<?> info = PluginRules.info(plugin, bench);
    URI location = info.origin().location();
    if (location == null || !"file".equals(location.getScheme())) {
      throw new Check.Skip("nobody knows which JAR it comes from");
    }
    Path place = Path.of(location);
    if (Files.isDirectory(place)) {
      agrees(info, place);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      agrees(info, jar.getPath("/"));
    }
  }

  private static void agrees(PluginInfo<?> info, Path root) throws IOException {
    Path descriptor = root.resolve("module-info.class");
    if (!Files.exists(descriptor)) {
      throw new Check.Skip(info.origin().file() + " has no module-info");
    }
    try (InputStream in = Files.newInputStream(descriptor)) {
      compare(info, ModuleDescriptor.read(in), declared(info, root));
    }
  }

  private static List<String> declared(PluginInfo<?> info, Path root) throws IOException {
    Path services = root.resolve("META-INF/services/" + info.kind().getName());
    return Files.exists(services)
        ? Files.readAllLines(services).stream().map(l -> l.replaceFirst("#.*", "").strip()).toList()
        : List.of();
  }

  private static void compare(PluginInfo<?> info, ModuleDescriptor module, List<String> declared) {
    String type = info.type().getName();
    boolean provided =
        module.provides().stream()
            .anyMatch(
                p -> p.service().equals(info.kind().getName()) && p.providers().contains(type));
    Finding.unless(
        provided,
        "module-info does not provide it: add \"provides %s with %s;\".",
        info.kind().getName(),
        type);
    Finding.unless(
        declared.contains(type),
        "it is missing in META-INF/services/%s: add the line %s.",
        info.kind().getName(),
        type);
    Finding.unless(
        isReadable(module, info.type().getPackageName()),
        "its package is hidden: add \"exports %s;\" to module-info.",
        info.type().getPackageName());
  }

  private static boolean isReadable(ModuleDescriptor module, String home) {
    return module.isOpen()
        || module.exports().stream().anyMatch(e -> e.source().equals(home) && !e.isQualified())
        || module.opens().stream().anyMatch(o -> o.source().equals(home) && !o.isQualified());
  }
}
