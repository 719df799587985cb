package nn.demo.command;

import com.google.common.base.Ascii;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import nn.core.plugin.Origin;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import nn.demo.terminal.Terminal;
import nn.tck.Tck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nn check}: the conformance rules over the plugins of some JARs. */
@Command(
    name = "check",
    description = "Test every plugin of a JAR against the rules that all plugins keep.",
    footer = {
      "",
      "Example:  nn check my-plugins.jar",
      "Exit code 0 if every required rule holds; warnings do not count."
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Parameters(arity = "1..*", paramLabel = "JAR", description = "A JAR, or a folder of JARs.")
  private List<Path> jars = new ArrayList<>();

  private final Terminal terminal;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Path> named = jars.stream().map(jar -> jar.toAbsolutePath().normalize()).toList();
    for (Path jar : named) {
      if (!Files.exists(jar)) {
        throw new UsageException("There is no file " + jar + "; name a JAR with plugins.");
      }
    }
    List<Path> files = named.stream().flatMap(CheckCommand::files).toList();
    try (Plugins plugins = Plugins.discover(named.toArray(Path[]::new))) {
      return new CheckReport(terminal, plugins, common.seed())
          .tell(tested(plugins, files), problems(plugins, files), common.json());
    }
  }

  /** The JARs that discovery finds there: in the folder and in its sub-folders, links followed. */
  private static Stream<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    return entries(path)
        .flatMap(entry -> Files.isDirectory(entry) ? entries(entry) : Stream.of(entry))
        .filter(CheckCommand::isJar);
  }

  private static Stream<Path> entries(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJar(Path file) {
    return Ascii.toLowerCase(file.toString()).endsWith(".jar") && Files.isRegularFile(file);
  }

  /**
   * Whether the plugin is that of the JAR: read from it, or an equal copy that the program found on
   * its own path first.
   */
  private static boolean holds(Path jar, PluginInfo<?> info) {
    if (!isOwn(info)) {
      return isFrom(jar, info.origin());
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getEntry(info.type().getName().replace('.', '/') + ".class") != null;
    } catch (IOException e) {
      return false; // looking for plugins has told it
    }
  }

  private static List<PluginInfo<?>> tested(Plugins plugins, List<Path> files) {
    return Tck.plugins(plugins, info -> files.stream().anyMatch(jar -> holds(jar, info)));
  }

  /**
   * What is wrong with the JARs themselves; equal names are a matter of the rules. A JAR of the
   * program need not work in a plugin folder.
   */
  private static List<Problem> problems(Plugins plugins, List<Path> files) {
    List<Path> foreign = files.stream().filter(jar -> !isOnPath(jar, plugins)).toList();
    return plugins.problems().stream()
        .filter(problem -> problem.severity() != Problem.Severity.NOTE)
        .filter(problem -> foreign.stream().anyMatch(jar -> isFrom(jar, problem.origin())))
        .toList();
  }

  private static boolean isOnPath(Path jar, Plugins plugins) {
    return !Tck.plugins(plugins, info -> isOwn(info) && isFrom(jar, info.origin())).isEmpty();
  }

  private static boolean isOwn(PluginInfo<?> info) {
    return info.origin().source() != Origin.Source.PLUGIN_FOLDER;
  }

  private static boolean isFrom(Path jar, @Nullable Origin origin) {
    return origin != null && jar.toUri().equals(origin.location());
  }
}
