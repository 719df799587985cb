package nn.core.plugin;

import static nn.core.plugin.PluginJars.activation;
import static nn.core.plugin.PluginJars.swish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.api.Activation;
import nn.api.ElementwiseActivation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
  private static final String FINE = "public Swish() {}";

  @TempDir Path work;
  private Path dir;
  private Plugins plugins = Plugins.of();

  @BeforeEach
  void makeFolder() throws IOException {
    dir = Files.createDirectory(work.resolve("plugins"));
  }

  @AfterEach
  void closeLoaders() {
    plugins.close();
  }

  private PluginJars jar(String... sources) throws IOException {
    return PluginJars.in(work).compile(sources);
  }

  private void discover() {
    plugins.close();
    plugins = Plugins.discover(dir);
  }

  /** The one problem of a folder that holds this JAR alone. */
  private String problemOf(PluginJars jar) throws IOException {
    jar.write(dir.resolve("x.jar"));
    discover();
    assertEquals(1, plugins.problems().size(), () -> plugins.problems().toString());
    return plugins.problems().get(0).text();
  }

  private double value(String text, double x) {
    return ((ElementwiseActivation) plugins.activation(text)).value(x);
  }

  @Test
  void aJarBesideTheProgramBringsItsPlugin() throws IOException {
    jar(swish("1")).activations("com.a.Swish").version("1.2").write(dir.resolve("a-1.2.jar"));
    discover();
    assertEquals(List.of(), plugins.problems());
    assertEquals(6, value("swish(beta=2)", 3));
    Origin origin = plugins.find("swish").get(0).origin();
    assertEquals(Origin.Source.PLUGIN_FOLDER, origin.source());
    assertEquals("a-1.2.jar", origin.file());
    assertEquals("1.2", origin.version());
    assertEquals("swish(beta=2)", plugins.shortText(plugins.activation("com.a.Swish(2)")));
  }

  @Test
  void aJarMayStandForAFolder() throws IOException {
    dir = jar(swish("1")).activations("com.a.Swish").write(work.resolve("one.jar"));
    discover();
    assertEquals(3, value("swish", 3));
  }

  @Test
  void aSubFolderOfJarsIsOnePlugin() throws IOException {
    String helper =
        "package com.b; public class Twice { public static double of(double x) { return 2 * x; } }";
    PluginJars both =
        jar(
            helper,
            activation("public record Swish()", "double f(double x) { return com.b.Twice.of(x); }")
                .replace("return x", "return f(x)"));
    Path sub = Files.createDirectory(dir.resolve("pair"));
    PluginJars.in(work)
        .entry("com/b/Twice.class", both.content("com/b/Twice.class"))
        .write(sub.resolve("b.jar"));
    both.without("com/b/Twice.class").activations("com.a.Swish").write(sub.resolve("a.jar"));
    discover();
    assertEquals(List.of(), plugins.problems());
    assertEquals(6, value("swish", 3));
  }

  @Test
  void aClassForThisVersionOfJavaMayLieBelowItsNumber() throws IOException {
    PluginJars jar = jar(swish("1")).activations("com.a.Swish").multiRelease();
    jar.entry("META-INF/versions/17/com/a/Swish.class", jar.content("com/a/Swish.class"))
        .without("com/a/Swish.class")
        .write(dir.resolve("a.jar"));
    discover();
    assertEquals(List.of(), plugins.problems());
    assertEquals(3, value("swish", 3));
  }

  @Test
  void discoveryRunsNoCodeOfThePlugin() throws IOException {
    String mine = "static { if (true) throw new IllegalStateException(\"no table\"); }";
    jar(activation("public record Swish()", mine))
        .activations("com.a.Swish")
        .write(dir.resolve("a.jar"));
    discover();
    assertEquals(List.of(), plugins.problems());
    PluginException e = assertThrows(PluginException.class, () -> plugins.activation("swish"));
    assertEquals(
        "a.jar: com.a.Swish failed while its class was being initialised: no table. Its author has"
            + " to correct it.",
        e.getMessage());
  }

  @Test
  void aPluginSeesNeitherTheEngineNorItsLibraries() throws IOException {
    String look =
        """
        public boolean sees(String name) {
          try {
            Class.forName(name);
            return true;
          } catch (ClassNotFoundException e) {
            return false;
          }
        }
        public Swish { if (sees("nn.core.plugin.Plugins") || sees("com.google.common.base.Joiner")
            || !sees("java.sql.Driver") || !sees("nn.api.Loss")) throw new IllegalStateException(); }
        """
            .replace("public boolean", "static boolean");
    jar(activation("public record Swish()", look))
        .activations("com.a.Swish")
        .write(dir.resolve("a.jar"));
    discover();
    assertEquals(3, value("swish", 3));
  }

  @Test
  void aBundledCopyOfTheApiIsIgnored() throws IOException {
    PluginJars jar = jar(swish("1")).activations("com.a.Swish");
    try (var in = Activation.class.getResourceAsStream("Plugin.class")) {
      jar.entry("nn/api/Plugin.class", in.readAllBytes());
    }
    assertEquals(
        "x.jar contains its own copy of nn.api; it is ignored. Mark nn-api as a provided dependency.",
        problemOf(jar));
    assertEquals(3, value("swish", 3));
  }

  @Test
  void aMissingFolderIsAnError() {
    dir = work.resolve("nowhere");
    discover();
    Problem problem = plugins.problems().get(0);
    assertEquals(Problem.Severity.ERROR, problem.severity());
    assertEquals(
        "The plugin folder %s does not exist. Create it, or name another with --plugins."
            .formatted(dir),
        problem.text());
  }

  @Test
  void anEmptyFolderIsNoted() throws IOException {
    Files.writeString(dir.resolve("README.md"), "nothing here");
    Files.writeString(dir.resolve("._a.jar"), "left by another system");
    discover();
    Problem problem = plugins.problems().get(0);
    assertEquals(Problem.Severity.NOTE, problem.severity());
    assertEquals("The plugin folder %s contains no JAR files.".formatted(dir), problem.text());
    Files.createDirectory(dir.resolve("sub"));
    discover();
    assertEquals(
        "The plugin folder %s contains no JAR files.".formatted(dir.resolve("sub")),
        plugins.problems().get(0).text());
  }

  @Test
  void oneBadJarDoesNotHideTheOthers() throws IOException {
    Files.writeString(dir.resolve("broken.jar"), "this is no archive");
    jar(swish("1")).activations("com.a.Swish").write(dir.resolve("z.jar"));
    discover();
    assertTrue(
        plugins
            .problems()
            .get(0)
            .text()
            .matches("broken.jar is not a readable JAR file \\(.*\\). Build or download it again."),
        () -> plugins.problems().toString());
    assertEquals(3, value("swish", 3));
  }

  @Test
  void twoPluginsOfOneNameAreUsedByTheirClassNamesOnly() throws IOException {
    jar(swish("1")).activations("com.a.Swish").write(dir.resolve("a.jar"));
    jar(swish("2").replace("com.a", "org.b"))
        .activations("org.b.Swish")
        .write(dir.resolve("b.jar"));
    discover();
    Problem problem = plugins.problems().get(0);
    String text =
        "Two activations are called 'swish': com.a.Swish in a.jar and org.b.Swish in b.jar. Remove"
            + " one, or write the full class name, for example com.a.Swish.";
    assertEquals(Problem.Severity.WARNING, problem.severity());
    assertEquals(text, problem.text());
    PluginException e = assertThrows(PluginException.class, () -> plugins.activation("swish"));
    assertEquals(Problem.Severity.ERROR, e.problem().severity());
    assertEquals(text, e.getMessage());
    assertEquals(3, value("com.a.Swish", 3));
    Activation other = plugins.activation("org.b.Swish(beta=2)");
    assertEquals("org.b.Swish(beta=2)", plugins.fullText(other));
    assertEquals(other, plugins.activation(plugins.fullText(other)));
  }

  @Test
  void twoVersionsOfOneClassAreNotUsedAtAll() throws IOException {
    jar(swish("1")).activations("com.a.Swish").write(dir.resolve("a-1.0.jar"));
    jar(swish("2")).activations("com.a.Swish").write(dir.resolve("a-1.1.jar"));
    discover();
    assertEquals(
        "Two activations are called 'swish': com.a.Swish in a-1.0.jar and com.a.Swish in a-1.1.jar."
            + " Remove all but one.",
        plugins.problems().get(0).text());
    assertThrows(PluginException.class, () -> plugins.activation("com.a.Swish"));
  }

  @Test
  void aJarThatIsThereTwiceCountsOnce() throws IOException {
    PluginJars jar = jar(swish("1")).activations("com.a.Swish");
    Path first = jar.write(dir.resolve("a.jar"));
    Path second = jar.write(dir.resolve("copy of a.jar"));
    discover();
    Problem problem = plugins.problems().get(0);
    assertEquals(Problem.Severity.NOTE, problem.severity());
    assertEquals(
        "The plugins of copy of a.jar are present twice (%s and %s); one copy is used."
            .formatted(first, second),
        problem.text());
    assertEquals(3, value("swish", 3));
  }

  @Test
  void anAliasGivesWayToAName() throws IOException {
    String named = "@nn.api.Named(value = \"other\", aliases = \"relu\") public record Other()";
    assertTrue(
        problemOf(jar(activation(named, "")).activations("com.a.Other"))
            .startsWith(
                "'relu' is the name of nn.core.sample.SampleRelu in test-classes;"
                    + " com.a.Other in x.jar cannot have it as an alias. Write other instead."));
    assertNotEquals("com.a.Other", plugins.activation("relu").getClass().getName());
  }

  @Test
  void aLoaderIsNamedAfterItsJar() throws IOException {
    jar(activation("public record Swish()", FINE))
        .activations("com.a.Swish")
        .write(dir.resolve("a.jar"));
    discover();
    Activation plugin = plugins.activation("swish");
    assertEquals("a.jar", plugin.getClass().getClassLoader().getName());
    assertSame(Activation.class, plugins.find("swish").get(0).kind());
  }
}
