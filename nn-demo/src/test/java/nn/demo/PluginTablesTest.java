package nn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.api.Activation;
import nn.api.Initializer;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Plugin;
import nn.api.Schedule;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables in {@code docs/plugins} are what the plugins say of themselves. After a change: {@code
 * mvn -pl nn-demo -am test -Dtest=PluginTablesTest -Dnn.docs.write
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class PluginTablesTest {
  private static final Path FOLDER =
      Path.of("").toAbsolutePath().getParent().resolve("docs/plugins");

  /** What the letters of the formulas stand for. */
  private static final Map<Class<? extends Plugin>, String> LETTERS =
      Map.of(
          Activation.class,
          """
          x is the sum of a unit and x_j that of unit j of the same row; Phi is the normal distribution's
          function, the share below x.""",
          Loss.class,
          """
          p is what the network predicts, t the target; a loss of single numbers is averaged over a row's
          outputs.""",
          Optimizer.class,
          """
          w is a weight, g its gradient, m and v running means of g and of g^2; m' and v' are the same,
          corrected for having started at 0. rate is the learning rate times the schedule's factor, |w| a
          length, t the number of the step.""",
          Schedule.class,
          """
          The factor on the learning rate: t is the number of updates done, total how many are planned.""",
          Initializer.class,
          """
          N(m, v) is normal with mean m and variance v, U(a, b) uniform; inputs and outputs are the layer's.""");

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("Activations", Activation.class, 43),
        Arguments.of("Losses", Loss.class, 26),
        Arguments.of("Optimizers", Optimizer.class, 21),
        Arguments.of("Schedules", Schedule.class, 12),
        Arguments.of("Initializers", Initializer.class, 15));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void theCommittedTableIsWhatThePluginsSay(String title, Class<? extends Plugin> kind, int atLeast)
      throws IOException {
    try (Plugins plugins = Plugins.discover()) {
      assertTrue(plugins.all(kind).size() >= atLeast, title + ": " + plugins.all(kind).size());
      String table = table(title, kind, plugins);
      Path file = FOLDER.resolve(title.toLowerCase(Locale.ROOT) + ".md");
      if (System.getProperty("nn.docs.write") != null) {
        Files.writeString(file, table);
      }
      assertEquals(
          Files.readString(file), table, file + " is not what the plugins say; write it anew.");
    }
  }

  @Test
  void theReadmeCountsThemRight() throws IOException {
    try (Plugins plugins = Plugins.discover()) {
      String counts =
          kinds()
              .map(kind -> all(plugins, kind).size() + " " + kind.get()[0])
              .collect(Collectors.joining(", "))
              .toLowerCase(Locale.ROOT)
              .replace(
                  ", " + plugins.all(Initializer.class).size(),
                  " and " + plugins.all(Initializer.class).size());
      String readme = Files.readString(FOLDER.resolve("../../README.md"));
      assertTrue(readme.contains(counts), "README.md should say: " + counts);
    }
  }

  @Test
  void everyPluginSaysWhatItIsWhatItComputesAndAfterWhom() {
    try (Plugins plugins = Plugins.discover()) {
      List<String> silent =
          kinds()
              .flatMap(kind -> all(plugins, kind).stream())
              .filter(i -> i.summary().isEmpty() || i.formula().isEmpty() || i.source().isEmpty())
              .map(PluginInfo::name)
              .toList();
      assertEquals(List.of(), silent);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<? extends PluginInfo<?>> all(Plugins plugins, Arguments kind) {
    return plugins.all((Class<? extends Plugin>) kind.get()[1]);
  }

  private static String table(String title, Class<? extends Plugin> kind, Plugins plugins) {
    StringBuilder text = new StringBuilder("# " + title + "\n\n");
    text.append("What the plugins say of themselves; written by `PluginTablesTest`.\n\n");
    text.append(LETTERS.get(kind)).append("\n\n");
    text.append("| as text, with its defaults | formula | what it is | source |\n");
    text.append("|---|---|---|---|\n");
    for (PluginInfo<?> info : plugins.all(kind)) {
      text.append(
          Stream.of(
                  "`" + plugins.fullText(plugins.defaults(info)) + "`",
                  info.formula(),
                  info.summary(),
                  info.source())
              .map(cell -> cell.replace("|", "\\|"))
              .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    return text.toString();
  }
}
