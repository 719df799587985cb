package nn.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A JAR made entry by entry, so that it can be wrong in any way. */
final class HandmadeJar {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /**
   * A JAR with the classes of some sources.
   *
   * @param api the nn-api.jar to compile against
   * @param sources texts by full class name
   */
  static HandmadeJar compiled(Path api, Map<String, String> sources) throws IOException {
    return compiled("-cp", api, sources);
  }

  /** The same with a module descriptor among the sources. */
  static HandmadeJar module(Path api, Map<String, String> sources) throws IOException {
    return compiled("-p", api, sources);
  }

  private static HandmadeJar compiled(String path, Path api, Map<String, String> sources)
      throws IOException {
    Path classes = Files.createTempDirectory("nn-it-classes-");
    HandmadeJar jar = new HandmadeJar();
    compile(List.of(path, api.toString(), "-d", classes.toString()), sources);
    List<Path> files = downwards(classes);
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        jar.entry(slashes(classes.relativize(file)), Files.readAllBytes(file));
      }
    }
    Collections.reverse(files);
    for (Path file : files) {
      Files.delete(file);
    }
    return jar;
  }

  private static List<Path> downwards(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new ArrayList<>(files.sorted().toList());
    }
  }

  /** The content of a JAR, to be changed. */
  static HandmadeJar read(Path file) throws IOException {
    HandmadeJar jar = new HandmadeJar();
    try (JarFile from = new JarFile(file.toFile())) {
      for (JarEntry entry : from.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream in = from.getInputStream(entry)) {
          jar.entry(entry.getName(), in.readAllBytes());
        }
      }
    }
    return jar;
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static void compile(List<String> paths, Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options = new ArrayList<>(List.of("--release", "17", "-proc:none"));
    options.addAll(paths);
    List<Source> units =
        sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
    assertTrue(compiler.getTask(said, null, null, options, null, units).call(), said::toString);
  }

  /** Declares activations, one a line. */
  HandmadeJar activations(String... lines) {
    return services("Activation", lines);
  }

  /** Declares plugins of a kind, one a line. */
  HandmadeJar services(String kind, String... lines) {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return entry("META-INF/services/nn.api." + kind, text);
  }

  /** Adds or replaces an entry. */
  HandmadeJar entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** Takes an entry out. */
  HandmadeJar without(String name) {
    entries.remove(name);
    return this;
  }

  /** Names of the entries, in order. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** What an entry holds: the live array. */
  byte[] content(String name) {
    return entries.get(name);
  }

  /** Packs it; equal entries give equal bytes. */
  Path write(Path file) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream out = new JarOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry head = new ZipEntry(entry.getKey());
        head.setTime(0);
        out.putNextEntry(head);
        out.write(entry.getValue());
      }
    }
    return file;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String type, String text) {
      super(
          URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
