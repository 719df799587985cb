package nn.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import nn.api.Plugin;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JARs whose module says something else than their services file. */
class ModuleRuleTest {
  private static final String PLUGIN =
      """
      package com.a;
      @nn.api.Named(summary = "Same.")
      public record Swish() implements nn.api.ElementwiseActivation {
        public double value(double x) { return x; }
        public double derivative(double x) { return 1; }
      }
      """;

  @TempDir Path work;

  /** A JAR of the plugin and this module descriptor. */
  private Path jar(String descriptor) throws IOException {
    Path sources = Files.createDirectories(work.resolve("src/com/a"));
    Path plugin = Files.writeString(sources.resolve("Swish.java"), PLUGIN);
    Path module = Files.writeString(work.resolve("src/module-info.java"), descriptor);
    Path classes = work.resolve("classes");
    compile(classes, descriptor.isEmpty() ? List.of(plugin) : List.of(plugin, module));
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("nn.api.Activation"), "com.a.Swish # the one\n");
    return pack(classes);
  }

  private static void compile(Path classes, List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String api =
        Path.of(
                URI.create(
                    Plugin.class.getProtectionDomain().getCodeSource().getLocation().toString()))
            .toString();
    List<String> options =
        List.of("--release", "17", "-cp", api, "-p", api, "-proc:none", "-d", classes.toString());
    StringWriter out = new StringWriter();
    var files = compiler.getStandardFileManager(null, null, null);
    var units = files.getJavaFileObjects(sources.toArray(Path[]::new));
    assertTrue(compiler.getTask(out, files, null, options, null, units).call(), out::toString);
    files.close();
  }

  private Path pack(Path classes) throws IOException {
    Path jar = work.resolve("a.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private static Tck.Result check(Path jar) {
    try (Plugins plugins = Plugins.discover(jar)) {
      return Tck.run(plugins, 1, plugins.activation("swish"), TckTest.check("P-07"));
    }
  }

  @Test
  void aModuleThatSaysTheSamePasses() throws IOException {
    Path jar =
        jar(
            """
            module com.a {
              requires nn.api;
              exports com.a;
              provides nn.api.Activation with com.a.Swish;
            }
            """);
    assertEquals(Tck.Outcome.PASSED, check(jar).outcome());
  }

  @Test
  void aModuleThatProvidesNothingFails() throws IOException {
    Tck.Result result = check(jar("module com.a { requires nn.api; exports com.a; }"));
    assertEquals(Tck.Outcome.FAILED, result.outcome());
    assertEquals(
        "module-info does not provide it: add \"provides nn.api.Activation with com.a.Swish;\".",
        result.message());
  }

  @Test
  void aModuleThatHidesItsPackageFails() throws IOException {
    String hidden =
        "module com.a { requires nn.api; provides nn.api.Activation with com.a.Swish; }";
    assertEquals(
        "its package is hidden: add \"exports com.a;\" to module-info.",
        check(jar(hidden)).message());
  }

  @Test
  void aJarWithoutModuleIsSkipped() throws IOException {
    Tck.Result result = check(jar(""));
    assertEquals(Tck.Outcome.SKIPPED, result.outcome());
    assertEquals("a.jar has no module-info", result.message());
  }
}
