package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With every kind of broken JAR in one folder the good ones work, and each broken one is explained
 * in the same words on every JDK.
 */
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
  @TempDir private Path work;
  private Path folder = Path.of("");
  private Path houses = Path.of("");

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @BeforeEach
  void aZoo() throws Exception {
    folder = Zoo.fill(work.resolve("zoo"), program);
    houses = Houses.write(work.resolve("houses.csv"));
  }

  private Result run(Jdk jdk, String... words) throws Exception {
    String[] all = Words.join(words, "--plugins=" + folder);
    return program.command(Launch.JAR, jdk, List.of(), all).run();
  }

  private Result train(Jdk jdk, String activations) throws Exception {
    String layers = "--layers=" + activations;
    return run(jdk, "train", houses.toString(), "--target=price", layers, "--epochs=2", "--json");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyProblemIsListedOnceInOrder(Jdk jdk) throws Exception {
    JsonNode listed = run(jdk, "plugins", "--json").json();
    List<String> told = new ArrayList<>();
    for (JsonNode problem : listed.get("problems")) {
      String text = problem.get("message").asText() + " " + problem.get("remedy").asText();
      told.add(problem.get("severity").asText() + ": " + text.strip());
    }
    assertEquals(problems(jdk), told);
  }

  private List<String> problems(Jdk jdk) {
    return PROBLEMS
        .replace("FOLDER", folder.toUri().getPath().replaceFirst("/$", ""))
        .replace("THIS", String.valueOf(jdk.feature()))
        .lines()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theGoodOnesAreListedAndTrain(Jdk jdk) throws Exception {
    Set<String> names = new HashSet<>();
    run(jdk, "plugins", "--json")
        .json()
        .get("plugins")
        .forEach(p -> names.add(p.get("name").asText()));
    assertTrue(
        names.containsAll(List.of("fine", "sound", "copy", "greedy", "relu")), names::toString);
    String all = "4 fine, 4 sound, 4 copy, 4 greedy, 4 zoo.Twin, 4 park.Twin";
    assertEquals("completed", train(jdk, all).json().get("outcome").asText());
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
      Result result = train(jdk, "4 " + name.toLowerCase(Locale.ROOT)).expect(2);
      String last = result.err().lines().reduce("", (first, second) -> second);
      assertTrue(last.startsWith("nn: Layer 1: ") && last.endsWith(sentence), last);
    }
  }

  @Test
  void nothingIsCreatedThatWasNotAskedFor() throws Exception {
    Path trace = work.resolve("trace");
    String leaves =
        """
        public Shy {
          try {
            java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
        """
            .formatted(trace.toString().replace("\\", "\\\\"));
    String source = Zoo.activation("public record Shy()", leaves);
    HandmadeJar.compiled(program.library("nn-api"), Map.of("zoo.Shy", source))
        .activations("zoo.Shy")
        .write(folder.resolve("shy.jar"));
    train(Jdk.running(), "4 fine").expect(0);
    run(Jdk.running(), "plugins").expect(0);
    assertTrue(Files.notExists(trace));
    run(Jdk.running(), "plugins", "shy").expect(0);
    assertTrue(Files.exists(trace));
  }
}
