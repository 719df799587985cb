package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A plugin JAR made of sources with nn-api.jar and the JDK's own tools. */
final class SourceJar {
  private SourceJar() {}

  /** Compiles a folder of sources and packs the classes together with a folder of resources. */
  static Path write(Path jar, Path sources, Path resources) throws IOException {
    Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes-");
    String api = Program.packaged().library("nn-api").toString();
    String[] options = {"-Xlint:all", "-Werror", "--release=17", "-cp", api, "-d", "" + classes};
    run("javac", Words.join(options, files(sources).map(Path::toString).toArray(String[]::new)));
    run("jar", "--create", "--file=" + jar, "-C", "" + classes, ".", "-C", "" + resources, ".");
    return jar;
  }

  /** The files below a folder, by name. */
  static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  private static void run(String tool, String... words) {
    int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, words);
    assertEquals(0, code, tool + " " + List.of(words));
  }
}
