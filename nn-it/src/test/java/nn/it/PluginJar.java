package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A JAR with an activation called bent, made by somebody who has nn-api.jar and nothing else. */
final class PluginJar {
  private static final String SOURCE =
      """
      package stranger;

      import nn.api.ElementwiseActivation;

      public record Bent(double slope) implements ElementwiseActivation {
        public Bent() {
          this(0.5);
        }

        @Override
        public double value(double x) {
          return x > 0 ? x : slope * x;
        }

        @Override
        public double derivative(double x) {
          return x > 0 ? 1 : slope;
        }
      }
      """;

  private PluginJar() {}

  /** Compiles and packs it. */
  static void write(Path jar, Program program) throws IOException {
    Path folder = Files.createTempDirectory(jar.getParent(), "classes-");
    Path source = Files.writeString(folder.resolve("Bent.java"), SOURCE);
    Path type = folder.resolve("stranger/Bent.class");
    compile(source, folder, program.library("nn-api"));
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      put(out, "stranger/Bent.class", Files.readAllBytes(type));
      byte[] services = "stranger.Bent\n".getBytes(StandardCharsets.UTF_8);
      put(out, "META-INF/services/nn.api.Activation", services);
    }
    Files.delete(source);
    Files.delete(type);
    Files.delete(type.getParent());
    Files.delete(folder);
  }

  private static void compile(Path source, Path target, Path api) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String[] words = {
      "--release", "17", "-cp", api.toString(), "-d", target.toString(), source.toString()
    };
    assertEquals(0, compiler.run(null, null, null, words));
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
