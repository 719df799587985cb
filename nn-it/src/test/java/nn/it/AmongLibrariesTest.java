package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plugin JARs put in no plugin folder but among the program's own libraries, on the class path or
 * the module path.
 */
class AmongLibrariesTest {
  private static final String RECORD = Zoo.activation("public record %s()", "");

  @TempDir private Path folder;
  private Program program = Program.packaged();

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  /** With java -jar the manifest says what belongs to the program; a JAR more is not seen. */
  static Stream<Arguments> everyPath() {
    return jdks().stream()
        .flatMap(
            jdk ->
                Stream.of(Launch.CLASS_PATH, Launch.MODULE_PATH)
                    .map(launch -> arguments(jdk, launch)));
  }

  @BeforeEach
  void aCopyToBeChanged() throws Exception {
    program = Program.packaged().copyTo(folder.resolve("nn"));
  }

  private Path library(String file) {
    return program.home().resolve("lib").resolve(file);
  }

  private HandmadeJar zoo(String name) throws IOException {
    Map<String, String> source = Map.of("zoo." + name, RECORD.formatted(name));
    return HandmadeJar.compiled(program.library("nn-api"), source).activations("zoo." + name);
  }

  private HandmadeJar module(String descriptor) throws IOException {
    Map<String, String> sources =
        Map.of("module-info", descriptor, "zoo.Curve", RECORD.formatted("Curve"));
    return HandmadeJar.module(program.library("nn-api"), sources).activations("zoo.Curve");
  }

  private Listing listing(Jdk jdk, Launch launch) throws Exception {
    return Listing.of(program.command(launch, jdk, List.of(), "plugins", "--json").run());
  }

  private void expectProblem(String problem, Jdk jdk, Launch launch) throws Exception {
    Listing found = listing(jdk, launch);
    assertEquals(List.of(problem), found.problems());
    assertTrue(found.plugins().contains("activation relu"), "the others must still be there");
  }

  @ParameterizedTest
  @MethodSource("everyPath")
  void aPlainJarTakesPart(Jdk jdk, Launch launch) throws Exception {
    PluginJar.write(library("bent-1.0.jar"), program);
    String[] words = {"house-price", "--json", "--activation=bent"};
    program.command(launch, jdk, List.of(), words).run().expect(0);
    assertEquals(List.of(), listing(jdk, launch).problems());
  }

  @ParameterizedTest
  @MethodSource("everyPath")
  void aModuleTakesPart(Jdk jdk, Launch launch) throws Exception {
    module(
            "module a.curve { requires nn.api; exports zoo; provides nn.api.Activation with zoo.Curve; }")
        .write(library("curve.jar"));
    String[] words = {"house-price", "--json", "--activation=zoo.Curve"};
    program.command(launch, jdk, List.of(), words).run().expect(0);
    assertEquals(List.of(), listing(jdk, launch).problems());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aModuleThatHidesItsPackageIsToldWhatToExport(Jdk jdk) throws Exception {
    module("module a.curve { requires nn.api; provides nn.api.Activation with zoo.Curve; }")
        .write(library("curve.jar"));
    expectProblem(
        "warning: curve.jar: Module a.curve hides package zoo. Add \"exports zoo;\" to its module-info so that parameters can be read.",
        jdk,
        Launch.MODULE_PATH);
    assertEquals(List.of(), listing(jdk, Launch.CLASS_PATH).problems());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aClassInTwoJarsIsTold(Jdk jdk) throws Exception {
    Path one = zoo("Old").write(library("old-1.0.jar"));
    Path other = zoo("Old").write(library("old-1.1.jar"));
    Listing found = listing(jdk, Launch.CLASS_PATH);
    // The order of the JARs that a star stands for is not specified.
    String sentence = "warning: zoo.Old is in %s and in %s; Java uses the first only. Remove one.";
    List<String> either =
        List.of(
            sentence.formatted(path(one), path(other)), sentence.formatted(path(other), path(one)));
    assertEquals(1, found.problems().size(), found.problems()::toString);
    assertTrue(either.contains(found.problems().get(0)), found.problems()::toString);
    assertEquals(1, found.plugins().stream().filter("activation old"::equals).count());
  }

  private static String path(Path file) {
    return file.toUri().getPath();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void oneOfTwoVersionsMayLieInAFolder(Jdk jdk) throws Exception {
    zoo("Old").write(library("old-1.0.jar"));
    Path more =
        HandmadeJar.compiled(
                program.library("nn-api"),
                Map.of("zoo.Old", RECORD.formatted("Old").replace("return 1;", "return 2;")))
            .activations("zoo.Old")
            .write(folder.resolve("old-1.1.jar"));
    String[] words = {"plugins", "--json", "--plugins=" + more};
    assertEquals(
        List.of(
            "warning: Two activations are called 'old': zoo.Old in old-1.0.jar and zoo.Old in old-1.1.jar. Remove all but one."),
        Listing.of(program.command(Launch.CLASS_PATH, jdk, List.of(), words).run()).problems());
  }
}
