package nn.core.plugin;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import nn.api.Plugin;

/** A plugin JAR in the making: sources are compiled, other entries added, some taken out again. */
public final class PluginJars {
  private static final String ACTIVATION = "META-INF/services/nn.api.Activation";

  private final Path work;
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Manifest manifest = new Manifest();

  private PluginJars(Path work) {
    this.work = work;
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** A JAR whose classes are compiled below the given folder. */
  public static PluginJars in(Path work) {
    return new PluginJars(work);
  }

  /** Source of an activation y = x in package com.a; the slope is its only parameter. */
  public static String swish(String factor) {
    return """
        package com.a;
        public record Swish(double beta) implements nn.api.ElementwiseActivation {
          public Swish() { this(1.0); }
          public double value(double x) { return %s * beta * x; }
          public double derivative(double x) { return %s * beta; }
        }
        """
        .formatted(factor, factor);
  }

  /** The body of an activation, whatever its head. */
  static String activation(String head, String rest) {
    return """
        package com.a;
        %s implements nn.api.ElementwiseActivation {
          %s
          public double value(double x) { return x; }
          public double derivative(double x) { return 1; }
        }
        """
        .formatted(head, rest);
  }

  public PluginJars compile(String... sources) throws IOException {
    Path classes = Files.createTempDirectory(work, "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter out = new StringWriter();
    List<String> options =
        List.of("--release", "17", "-cp", api(), "-d", classes.toString(), "-proc:none");
    List<Source> units = Stream.of(sources).map(Source::new).toList();
    assertTrue(compiler.getTask(out, null, null, options, null, units).call(), out::toString);
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        entries.put(name, Files.readAllBytes(file));
      }
    }
    return this;
  }

  private static String api() {
    return Path.of(uri(Plugin.class)).toString();
  }

  private static URI uri(Class<?> type) {
    return URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  public PluginJars activations(String... types) {
    return entry(ACTIVATION, String.join("\n", types).getBytes(StandardCharsets.UTF_8));
  }

  public PluginJars entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  public PluginJars without(String name) {
    entries.remove(name);
    return this;
  }

  public PluginJars version(String version) {
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    return this;
  }

  /** May hold classes for newer versions of Java only, below META-INF/versions. */
  PluginJars multiRelease() {
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    return this;
  }

  byte[] content(String name) {
    return requireNonNull(entries.get(name));
  }

  public Path write(Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return jar;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + file(text)), Kind.SOURCE);
      this.text = text;
    }

    private static String file(String text) {
      String home = first("package ([\\w.]+);", text).replace('.', '/');
      return home + "/" + first("(?:record|class|interface) (\\w+)", text) + ".java";
    }

    private static String first(String pattern, String text) {
      Matcher matcher = Pattern.compile(pattern).matcher(text);
      assertTrue(matcher.find(), text);
      return matcher.group(1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
