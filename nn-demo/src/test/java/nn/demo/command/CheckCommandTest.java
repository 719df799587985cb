package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import nn.api.Plugin;
import nn.core.plugin.Plugins;
import nn.demo.Ran;
import nn.demo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String SERVICES = "META-INF/services/nn.api.Activation";

  @TempDir Path work;

  /** Source of a rectifier whose leak is 0.2, or so it says. */
  private static String leak(String name, String derivative) {
    return """
        package com.a;
        @nn.api.Named(summary = "Leaks.")
        public record %s(@nn.api.Param(min = 0, max = 1, help = "not used") double extra)
            implements nn.api.ElementwiseActivation {
          public %s() { this(0); }
          public double value(double x) { return x > 0 ? x : 0.2 * x; }
          public double derivative(double x) { return x > 0 ? 1 : %s; }
          public double[] kinks() { return new double[] {0}; }
        }
        """
        .formatted(name, name, derivative);
  }

  private Path jar(String name, String... derivative) throws IOException {
    Path classes = Files.createDirectories(work.resolve(name));
    Path source = work.resolve(name + ".java");
    StringBuilder services = new StringBuilder();
    for (String one : derivative) {
      Files.writeString(source, leak(name, one));
      compile(classes, source);
      services.append("com.a.").append(name).append('\n');
    }
    Path jar = work.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
      out.putNextEntry(new JarEntry(SERVICES));
      out.write(services.toString().getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void compile(Path classes, Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String api =
        Path.of(
                URI.create(
                    Plugin.class.getProtectionDomain().getCodeSource().getLocation().toString()))
            .toString();
    StringWriter out = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("--release", "17", "-cp", api, "-proc:none", "-d", classes.toString());
      boolean done =
          compiler
              .getTask(out, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertTrue(done, out::toString);
    }
  }

  @Test
  void aPluginThatKeepsTheRulesPasses() throws IOException {
    String text = Ran.nn("check", jar("Leak", "0.2")).done().text();
    List<String> lines = text.lines().toList();
    assertTrue(
        lines
            .get(0)
            .matches("activation leak: \\d+ passed, 0 failed, 0 warnings," + " \\d+ skipped"),
        text);
    assertTrue(lines.get(1).startsWith("1 plugin: "), text);
    assertEquals(2, lines.size(), text);
  }

  @Test
  void aWrongSlopeIsToldOnceForAllVariantsWithTheSeed() throws IOException {
    Ran ran = Ran.nn("check", jar("Leak", "0.1"), "--seed", "5");
    assertEquals(1, ran.code());
    String text = ran.text().replaceAll("\\s+", " ");
    assertTrue(
        text.matches(
            ".*FAILED: A-01 leak: at x = -\\S+ derivative\\(\\) says 0.1 but the function rises by"
                + " 0.2 per unit\\. \\(seed 5, and 2 more variants\\) 1 plugin: .*"),
        text);
    assertTrue(text.contains(" 3 failed, "), text);
  }

  @Test
  void theJsonHoldsWhatFailedAndWhatWasSkipped() throws IOException {
    Ran ran = Ran.nn("check", jar("Leak", "0.1"), "--json");
    assertEquals(1, ran.code());
    JsonNode json = ran.json();
    JsonNode plugin = json.get("plugins").get(0);
    assertEquals("leak", plugin.get("name").asText());
    assertEquals("activation", plugin.get("kind").asText());
    assertEquals("Leak.jar", plugin.get("origin").asText());
    assertEquals(3, plugin.get("variants").size());
    assertEquals(3, json.get("counts").get("failed").asInt());
    assertEquals(0, json.get("counts").get("warnings").asInt());
    assertEquals(0, json.get("problems").size());
    int failures = 0;
    for (JsonNode result : json.get("results")) {
      boolean failed = result.get("outcome").asText().equals("failed");
      assertTrue(failed || result.get("outcome").asText().equals("skipped"), result::toString);
      assertTrue(!result.get("message").asText().isEmpty(), result::toString);
      assertEquals(1, result.get("seed").asLong());
      failures += failed ? 1 : 0;
    }
    assertEquals(3, failures);
    assertEquals(json.get("counts").get("skipped").asInt() + failures, json.get("results").size());
  }

  @Test
  void severalJarsAndFoldersAreOneRun() throws IOException {
    Path one = jar("Leak", "0.2");
    Path folder = Files.createDirectories(work.resolve("folder"));
    // A folder holds for check what it holds for discovery, also behind links, also in a circle.
    Path elsewhere = Files.createDirectories(work.resolve("elsewhere"));
    Files.move(jar("Drip", "0.2"), elsewhere.resolve("Drip.JAR"));
    Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
    Files.createSymbolicLink(folder.resolve("circle"), folder);
    String text = Ran.nn("check", one, folder).done().text();
    assertTrue(text.startsWith("activation drip: "), text);
    assertTrue(text.contains("activation leak: "), text);
    assertTrue(text.contains("2 plugins: "), text);
  }

  @Test
  void aTrainingThatExplodesSendsTheStrangersPluginHere() throws IOException {
    Path jar = jar("Leak", "Double.NaN");
    Ran ran =
        Ran.nn("train", Sample.houses(work), "--target=price", "--layers=4 leak", "--plugins", jar);
    assertEquals(1, ran.code(), ran.err());
    assertTrue(ran.err().contains(" Or leak is at fault: nn check Leak.jar"), ran.err());
  }

  @Test
  void aCopyOfWhatTheProgramHasIsCheckedToo() throws IOException {
    Path jar = work.resolve("copy.jar");
    try (Plugins plugins = Plugins.discover();
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      Class<?> zeros = plugins.initializer("zeros").getClass();
      String file = zeros.getName().replace('.', '/') + ".class";
      out.putNextEntry(new JarEntry(file));
      try (InputStream in = zeros.getResourceAsStream("/" + file)) {
        in.transferTo(out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/nn.api.Initializer"));
      out.write(zeros.getName().getBytes(StandardCharsets.UTF_8));
    }
    String text = Ran.nn("check", jar).done().text();
    assertTrue(text.startsWith("initializer zeros: "), text);
    assertTrue(text.contains("1 plugin: "), text);
  }

  @Test
  void aNameThatTheProgramHasAlreadyFails() throws IOException {
    Ran ran = Ran.nn("check", jar("Relu", "0.2"));
    assertEquals(1, ran.code());
    String text = ran.text().replaceAll("\\s+", " ");
    assertTrue(text.contains("FAILED: P-02 "), text);
    assertTrue(text.contains(" is called [relu] too. "), text);
  }

  @Test
  void aJarWithAProblemFails() throws IOException {
    Path jar = Files.writeString(work.resolve("bad.jar"), "no archive");
    Ran ran = Ran.nn("check", jar);
    assertEquals(1, ran.code());
    String text = ran.text();
    assertTrue(text.contains("PROBLEM: bad.jar is not a readable JAR file"), text);
    Ran json = Ran.nn("check", jar, "--json");
    assertEquals("bad.jar", json.json().get("problems").get(0).get("subject").asText());
  }

  @Test
  void aFolderWithoutPluginsFails() throws IOException {
    Path folder = Files.createDirectories(work.resolve("empty"));
    Ran.nn("check", folder).failed("No plugin was found there; list it in META-INF/services.");
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() {
    Path jar = work.resolve("none.jar");
    Ran.nn("check", jar).wrongUsage("There is no file " + jar + "; name a JAR with plugins.");
    assertEquals(2, Ran.nn("check").code());
  }
}
