package nn.demo.command;

import com.google.common.base.Strings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nn.core.kernel.Arithmetic;
import nn.core.model.ModelFile;
import nn.core.model.SavedFile;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes, and what follows from them. */
final class Common {
  /** When vector arithmetic is used. */
  enum Switch {
    /** Where it is there, from the first step; its start is slow. */
    ON,
    /** Where it is there and the job is long enough for it. */
    AUTO,
    /** Never. */
    OFF
  }

  private static final String VARIABLE = "NN_SIMD";

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "Folder of plugin JARs; may be repeated. Plugins run with your rights.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = Defaults.SEED,
      description =
          "Where all chance comes from; equal seeds give equal weights (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Option(
      names = "--simd",
      paramLabel = "on|auto|off",
      description =
          "Vector arithmetic: from the first step, once a job is long, or never; the results are the same (default: auto, or the variable NN_SIMD).")
  private @Nullable Switch simd;

  @Option(names = "--debug", description = "Show stack traces.")
  @SuppressWarnings("unused") // picocli sets and reads it
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli sets and reads it
  private boolean help;

  long seed() {
    return seed;
  }

  boolean json() {
    return json;
  }

  /** An enum constant as people write it: {@code stopped-early}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A problem as every command tells it. */
  static Json json(Problem problem) {
    return new Json()
        .put("severity", word(problem.severity()))
        .put("subject", problem.subject())
        .put("message", problem.message())
        .put("remedy", problem.remedy());
  }

  /**
   * Checks that a command can write this file, before it works for it.
   *
   * @param inputs the files that the command reads, null for one that was not named
   */
  static void checkOutput(String option, Path output, @Nullable Path... inputs) {
    for (Path input : inputs) {
      if (input != null && isSame(output, input)) {
        throw new UsageException(
            "%s %s would replace a file that this command reads. Name another file."
                .formatted(option, output));
      }
    }
    SavedFile.checkPlace(output);
  }

  private static boolean isSame(Path a, Path b) {
    try {
      return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
    } catch (IOException e) {
      return false; // whoever opens it tells what is wrong
    }
  }

  /** Finds the plugins; what went wrong while looking is told on standard error. */
  Plugins discover(Terminal terminal) {
    Plugins plugins = Plugins.discover(folders().toArray(Path[]::new));
    for (Problem problem : plugins.problems()) {
      if (problem.severity() != Problem.Severity.NOTE) {
        terminal.note("nn: %s %s", problem.message(), problem.remedy());
      }
    }
    return plugins;
  }

  /** Reads a model or checkpoint; what has changed since it was saved is told on standard error. */
  static ModelFile.Content read(Path file, Plugins plugins, Terminal terminal) {
    ModelFile.Content content = ModelFile.read(file, plugins);
    content.warnings().forEach(warning -> terminal.note("nn: %s", warning.text()));
    return content;
  }

  /** The arithmetic to compute with: the fastest that is there and exact. */
  Arithmetic arithmetic(Plugins plugins) {
    Switch wanted = simd == null ? fromVariable(System.getenv(VARIABLE)) : simd;
    return switch (wanted) {
      case ON -> Arithmetic.choose(plugins.kernelsProviders());
      case AUTO -> Arithmetic.auto(plugins.kernelsProviders());
      case OFF -> Arithmetic.plain();
    };
  }

  /** What the variable NN_SIMD says; auto without one. */
  static Switch fromVariable(@Nullable String text) {
    if (Strings.isNullOrEmpty(text)) {
      return Switch.AUTO;
    }
    return Arrays.stream(Switch.values())
        .filter(value -> word(value).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "The variable %s is \"%s\"; set it to on, auto or off, or remove it."
                        .formatted(VARIABLE, text)));
  }

  /**
   * The folders named by the user; without one, {@code plugins/} beside the program if it exists.
   */
  private List<Path> folders() {
    if (!folders.isEmpty()) {
      return folders;
    }
    Path beside = home().resolve("plugins");
    return Files.isDirectory(beside) ? List.of(beside) : List.of();
  }

  /** Folder of {@code ./nn} when the launcher says it, else of nn.jar however it was started. */
  private static Path home() {
    @Nullable String launcher = System.getProperty("nn.home");
    return launcher != null ? Path.of(launcher) : jar().resolveSibling("");
  }

  private static Path jar() {
    try {
      return Path.of(Common.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program does not know where it lies.", e);
    }
  }
}
