package nn.it;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged program.
 *
 * @param home the folder of nn.jar and lib
 */
record Program(Path home) {

  /** What the build made. */
  static Program packaged() {
    Program program = new Program(root().resolve("nn-demo/target/nn"));
    if (!Files.isRegularFile(program.home.resolve("nn.jar"))) {
      fail("There is no packaged program in " + program.home + ": run mvn package first.");
    }
    return program;
  }

  /** The project's folder. */
  static Path root() {
    return Path.of(System.getProperty("nn.root", "..")).toAbsolutePath().normalize();
  }

  /** The program with these arguments, to be started. */
  Command command(String... arguments) {
    return command(Launch.JAR, Jdk.running(), List.of(), arguments);
  }

  /** The program started in another way, on another JDK, with options for java itself. */
  Command command(Launch launch, Jdk jdk, List<String> options, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(jdk.java().toString());
    words.addAll(options);
    words.addAll(launch.arguments(home));
    words.addAll(List.of(arguments));
    return new Command(words);
  }

  /** A copy in a new folder, to be changed. */
  Program copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        Path place = target.resolve(home.relativize(file).toString());
        Files.createDirectories(place.getParent());
        Files.copy(file, place);
      }
    }
    return new Program(target);
  }

  /** The JAR in lib of one of this project's modules. */
  Path library(String module) throws IOException {
    return libraries().stream()
        .filter(jar -> jar.getFileName().toString().matches(module + "-[0-9].*\\.jar"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + module + " in " + home));
  }

  /** Every JAR in lib, by name. */
  List<Path> libraries() throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      return jars.sorted().toList();
    }
  }
}
