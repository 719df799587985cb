package nn.it;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A JDK that the program can run on.
 *
 * @param home its folder
 * @param feature its version's first number
 */
record Jdk(Path home, int feature) {
  private static final int OLDEST = 17;

  /** The JDK that runs the tests. */
  static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /**
   * One JDK a version, oldest first: the running one, those that environment variables such as
   * JAVA_HOME_25 name, and those that lie beside the running one.
   */
  static List<Jdk> all() {
    Stream<Jdk> others = Stream.concat(named(), beside()).flatMap(home -> at(home).stream());
    return Stream.concat(Stream.of(running()), others)
        .collect(toMap(Jdk::feature, jdk -> jdk, (first, second) -> first, TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  Path java() {
    return home.resolve("bin").resolve(Platform.WINDOWS ? "java.exe" : "java");
  }

  private static Stream<Path> named() {
    return System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("JAVA_HOME_"))
        .sorted(Map.Entry.comparingByKey())
        .map(variable -> Path.of(variable.getValue()));
  }

  private static Stream<Path> beside() {
    try (Stream<Path> folders = Files.list(running().home.toRealPath().getParent())) {
      return folders.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDK in a folder; empty if there is none, or one too old. */
  private static Optional<Jdk> at(Path home) {
    if (!Files.isRegularFile(home.resolve("release"))) {
      return Optional.empty();
    }
    Jdk jdk = new Jdk(home, feature(home.resolve("release")));
    return jdk.feature >= OLDEST && Files.isExecutable(jdk.java())
        ? Optional.of(jdk)
        : Optional.empty();
  }

  private static int feature(Path release) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.replaceFirst("\\D.*", ""));
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
