package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With every kind of broken JAR in one folder the good ones work, and each broken one is explained
 * in the same words on every JDK.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HostileZooTest {
  /** What nn plugins tells, in this order; FOLDER is the zoo, THIS the version of Java. */
  private static final String PROBLEMS =
      """
      error: rash.jar: zoo.Rash failed while its class was being initialised: no table. Its author has to correct it.
      error: refusing.jar: zoo.Refusing could not be created with its defaults: not today. Its author has to correct it.
      warning: corrupt.jar is not a readable JAR file (zip END header not found). Build or download it again.
      warning: lines.jar: META-INF/services/nn.api.Activation, line 1 is not a class name. Write one full class name a line, for example com.example.Swish.
      warning: Two activations are called 'old': zoo.Old in old-1.0.jar and zoo.Old in old-1.1.jar. Remove all but one.
      warning: silent.jar declares no plugin. zoo.Silent could be one: add a file META-INF/services/nn.api.Activation containing the line zoo.Silent.
      warning: Two activations are called 'twin': park.Twin in twin-b.jar and zoo.Twin in twin-a.jar. Remove one, or write the full class name, for example park.Twin.
      warning: absent.jar: zoo.Absent is declared in META-INF/services but is not in the JAR. Similar: zoo.Present.
      warning: hidden.jar: zoo.Hidden must be declared public. Write public record Hidden.
      warning: liar.jar: zoo.Liar is declared as a loss but does not implement Loss. It is an activation: use META-INF/services/nn.api.Activation.
      warning: lonely.jar: zoo.Lonely needs zoo.Friend, which is neither in the JAR nor part of the plugin API. Plugins see only nn.api and the JDK. Put both JARs into one sub-folder of the plugin folder.
      warning: lut.jar: Parameter 'table' of zoo.Lut has type double[]. Allowed are double, float, int, long, boolean, String, enums and other plugins.
      warning: needy.jar: zoo.Needy needs a public constructor without arguments that supplies the defaults. Write public Needy() { this(...); }.
      warning: newer.jar: zoo.Newer needs Java 55, this is Java THIS. Compile it with --release 17 or run a newer Java.
      warning: odd.jar: zoo.Odd implements Activation itself. Implement one of BatchActivation, ElementwiseActivation, ParametricActivation, RowActivation.
      warning: plain.jar: zoo.Plain must be a record. Write public record Plain.
      note: The plugins of copy.jar are present twice (FOLDER/copy-of-copy.jar and FOLDER/copy.jar); one copy is used.
      note: greedy.jar contains its own copy of nn.api; it is ignored. Mark nn-api as a provided dependency.
      """;

  /** Classes that somebody may ask for; the first line that names one is about it. */
  private static final List<String> ASKED =
      List.of(
          "Rash",
          "Refusing",
          "Old",
          "Twin",
          "Absent",
          "Hidden",
          "Liar",
          "Lonely",
          "Lut",
          "Needy",
          "Newer",
          "Odd",
          "Plain");

  private final Program program = Program.packaged();
  private Path folder = Path.of("");
  private Path houses = Path.of("");

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @BeforeAll
  void aZoo(@TempDir Path work) throws Exception {
    folder = Zoo.fill(work.resolve("zoo"), program);
    houses = Houses.write(work.resolve("houses.csv"));
  }

  private Result run(Jdk jdk, Launch launch, String... words) throws Exception {
    String[] all = Words.join(words, "--plugins=" + folder);
    return program.command(launch, jdk, List.of(), all).run();
  }

  private Result train(Jdk jdk, Launch launch, String activations) throws Exception {
    String[] words = {"train", houses.toString(), "--target=price", "--epochs=2", "--json"};
    return run(jdk, launch, Words.join(words, "--layers=" + activations));
  }

  @ParameterizedTest
  @MethodSource("nn.it.LaunchTest#everyWay")
  void everyProblemIsListedOnceInOrder(Jdk jdk, Launch launch) throws Exception {
    assertEquals(problems(jdk), Listing.of(run(jdk, launch, "plugins", "--json")).problems());
  }

  private List<String> problems(Jdk jdk) {
    return PROBLEMS
        .replace("FOLDER", folder.toUri().getPath().replaceFirst("/$", ""))
        .replace("THIS", String.valueOf(jdk.feature()))
        .lines()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("nn.it.LaunchTest#everyWay")
  void theGoodOnesAreListedAndTrain(Jdk jdk, Launch launch) throws Exception {
    List<String> found = Listing.of(run(jdk, launch, "plugins", "--json")).plugins();
    for (String name : List.of("fine", "sound", "copy", "greedy", "relu")) {
      assertTrue(found.contains("activation " + name), found::toString);
    }
    String all = "4 fine, 4 sound, 4 copy, 4 greedy, 4 zoo.Twin, 4 park.Twin";
    assertEquals("completed", train(jdk, launch, all).json().get("outcome").asText());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aBrokenOneThatIsAskedForExplainsItself(Jdk jdk) throws Exception {
    for (String name : ASKED) {
      String about =
          problems(jdk).stream()
              .filter(problem -> problem.matches(".*zoo\\.%s\\b.*".formatted(name)))
              .findFirst()
              .orElseThrow();
      String sentence = about.substring(about.indexOf(": ") + 2);
      Result result = train(jdk, Launch.JAR, "4 " + name.toLowerCase(Locale.ROOT)).expect(2);
      String last = result.err().lines().reduce("", (first, second) -> second);
      assertTrue(last.startsWith("nn: Layer 1: ") && last.endsWith(sentence), last);
    }
  }

  @Test
  void nothingIsCreatedThatWasNotAskedFor(@TempDir Path work) throws Exception {
    Path trace = work.resolve("trace");
    String leaves =
        """
        static {
          new java.io.File("%s").mkdir();
        }
        """
            .formatted(trace.toString().replace("\\", "\\\\"));
    String source = Zoo.activation("public record Shy()", leaves);
    HandmadeJar shy =
        HandmadeJar.compiled(program.library("nn-api"), Map.of("zoo.Shy", source))
            .activations("zoo.Shy");
    String more = "--plugins=" + shy.write(work.resolve("shy.jar"));
    String[] training = {"train", houses.toString(), "--target=price", "--layers=4 fine", more};
    run(Jdk.running(), Launch.JAR, training).expect(0);
    run(Jdk.running(), Launch.JAR, "plugins", more).expect(0);
    assertTrue(Files.notExists(trace));
    run(Jdk.running(), Launch.JAR, "plugins", "shy", more).expect(0);
    assertTrue(Files.exists(trace));
  }
}
