package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script in the root, in a project whose program is newer than its sources. */
class LauncherTest {
  @TempDir private Path folder;
  private Path project = Path.of("");

  @BeforeEach
  void aBuiltProject() throws Exception {
    assumeFalse(Platform.WINDOWS, "the script is for sh");
    project = Checkout.at(folder.resolve("Jörg's nn"));
  }

  private Command script(Path script, String... arguments) {
    List<String> words = new ArrayList<>(List.of("/bin/sh", script.toString()));
    words.addAll(List.of(arguments));
    return new Command(words).with("JAVA_HOME", Jdk.running().home().toString()).in(folder);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void itStartsWithoutBuildingOnTheJavaOfJavaHome(Jdk jdk) throws Exception {
    Command command = script(project.resolve("nn"), "--version");
    Result result = command.with("JAVA_HOME", jdk.home().toString()).run().expect(0);
    assertEquals("", result.err());
    String version = "nn [0-9.]+ \\(Java " + jdk.feature() + "\\b.*\\)\n";
    assertTrue(result.out().matches(version), result.out());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anArchiveOfClassesThatJavaCannotUseChangesNothing(Jdk jdk) throws Exception {
    Files.writeString(project.resolve("nn-demo/target/nn/nn.jsa"), "no archive at all");
    Command command = script(project.resolve("nn"), "--version");
    Result result = command.with("JAVA_HOME", jdk.home().toString()).run().expect(0);
    assertEquals("", result.err());
    assertTrue(result.out().matches("nn [0-9.]+ \\(Java .*\\)\n"), result.out());
  }

  @Test
  void throughALinkItStillKnowsItsOwnPluginFolder() throws Exception {
    Path plugins = Files.createDirectory(project.resolve("plugins"));
    PluginJar.write(plugins.resolve("bent-1.0.jar"), Program.packaged());
    Path link = Files.createSymbolicLink(folder.resolve("link"), project.resolve("nn"));
    Result result = script(link, "plugins", "bent", "--json").run();
    assertEquals("bent-1.0.jar", result.json().get("origin").asText());
  }

  /** Without one, with one that knows ASCII alone, with one that is not installed. */
  @ParameterizedTest
  @ValueSource(strings = {"", "C", "xx_XX.UTF-8"})
  void inAnyLocaleItReadsFileNamesAllTheSame(String locale) throws Exception {
    Path houses = Houses.write(folder.resolve("Häuser.csv"));
    Command command =
        script(project.resolve("nn"), "train", houses.toString(), "--target=price", "--epochs=1");
    command.with("LC_ALL", "").with("LC_CTYPE", "").with("LANG", locale).run().expect(0);
  }

  /** Maven is one that does nothing: the program is there. */
  @ParameterizedTest
  @MethodSource("jdks")
  void afterABuildItMakesAnArchiveOfClassesThatJavaTakes(Jdk jdk) throws Exception {
    Path maven = Files.writeString(folder.resolve("mvn"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path jar = project.resolve("nn-demo/target/nn/nn.jar");
    Instant built = Files.getLastModifiedTime(jar).toInstant();
    Files.setLastModifiedTime(project.resolve("pom.xml"), FileTime.from(built.plusMillis(10)));
    String path = folder + File.pathSeparator + System.getenv("PATH");
    Result result =
        script(project.resolve("nn"), "house-price", "--json")
            .with("JAVA_HOME", jdk.home().toString())
            .with("PATH", path)
            .run()
            .expect(0);
    assertEquals("Building nn, about a minute ...\n", result.err());
    Path archive = jar.resolveSibling("nn.jsa");
    List<String> java =
        List.of(
            jdk.home().resolve("bin/java").toString(),
            "-XX:SharedArchiveFile=" + archive,
            "-Xshare:on",
            "-XX:+UseSerialGC",
            "-jar",
            jar.toString(),
            "house-price",
            "--json");
    assertEquals(result.json(), new Command(java).run().json());
  }

  @Test
  void itsExitCodeIsTheProgramsOwn() throws Exception {
    script(project.resolve("nn"), "train", "nowhere.csv", "--target=price").run().expect(1);
    script(project.resolve("nn"), "trian").run().expect(2);
  }
}
