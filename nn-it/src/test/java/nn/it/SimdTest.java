package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Vector arithmetic is used wherever Java can be brought to it, and nobody's result tells. */
@TestInstance(Lifecycle.PER_CLASS)
class SimdTest {
  private static final List<String> FLAG = List.of("--add-modules", "jdk.incubator.vector");
  private static final String USED = "arithmetic: simd, [0-9]+ bits \\(jdk\\.incubator\\.vector\\)";
  private static final String ABSENT =
      "arithmetic: plain (simd is not used: vector module not loaded;"
          + " add --add-modules jdk.incubator.vector)";

  /** What the JDK prints for the flag, not for the program's own way. */
  private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector";

  private final Program program = Program.packaged();
  private String flowers = "";

  /** Three classes in rings, so that the network has to bend, and a column of words. */
  @BeforeAll
  void flowers(@TempDir Path folder) throws Exception {
    Random random = new Random(5);
    StringBuilder csv = new StringBuilder("length,width,colour,kind\n");
    for (int i = 0; i < 150; i++) {
      double length = 4 * random.nextDouble();
      double width = 4 * random.nextDouble();
      String colour = List.of("red", "blue", "white").get(random.nextInt(3));
      int ring = (int) Math.min(2, Math.sqrt(length * length + width * width) / 1.8);
      csv.append(String.format(Locale.ROOT, "%.3f,%.3f,%s,kind %d%n", length, width, colour, ring));
    }
    flowers = Files.writeString(folder.resolve("flowers.csv"), csv).toString();
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  /** A training of one epoch: only its arithmetic matters. */
  private Command brief(Launch launch, Jdk jdk, List<String> options, String... more) {
    List<String> words = new ArrayList<>(List.of("train", flowers, "--target", "kind"));
    words.addAll(List.of("--layers", "5 relu", "--epochs", "1", "--json"));
    words.addAll(List.of(more));
    return program.command(launch, jdk, options, words.toArray(String[]::new));
  }

  private static void assertArithmetic(String expected, Result result) throws Exception {
    assertEquals(expected, result.json().get("arithmetic").asText());
    List<String> lines = result.err().lines().filter(l -> l.startsWith("arithmetic: ")).toList();
    assertEquals(1, lines.size(), result.err());
    assertTrue(lines.get(0).startsWith("arithmetic: " + expected), lines.get(0));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void plainJavaJarFindsTheVectorModuleAndPrintsNoWarning(Jdk jdk) throws Exception {
    Result result = brief(Launch.JAR, jdk, List.of()).run();
    assertArithmetic("simd", result);
    assertTrue(result.err().lines().anyMatch(line -> line.matches(USED)), result.err());
    assertTrue(!result.err().contains("WARNING"), result.err());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theOptionAndTheVariableSwitchItOff(Jdk jdk) throws Exception {
    Result option = brief(Launch.JAR, jdk, List.of(), "--simd", "off").run();
    Result variable = brief(Launch.JAR, jdk, List.of()).with("NN_SIMD", "off").run();
    Result both = brief(Launch.JAR, jdk, List.of(), "--simd", "on").with("NN_SIMD", "off").run();
    assertArithmetic("plain", option);
    assertTrue(option.err().lines().anyMatch("arithmetic: plain"::equals), option.err());
    assertArithmetic("plain", variable);
    assertArithmetic("simd", both);
  }

  @Test
  void aVariableThatSaysNeitherIsQuoted() throws Exception {
    Result result = brief(Launch.JAR, Jdk.running(), List.of()).with("NN_SIMD", "of").run();
    String expected =
        "nn: The variable NN_SIMD is \"of\"; set it to on, auto or off, or remove it.";
    assertEquals(expected, result.expect(2).err().strip());
  }

  static Stream<Arguments> otherWays() {
    return jdks().stream()
        .flatMap(
            jdk ->
                Stream.of(Launch.CLASS_PATH, Launch.MODULE_PATH)
                    .map(launch -> arguments(jdk, launch)));
  }

  @ParameterizedTest
  @MethodSource("otherWays")
  void startedOtherwiseItAsksForTheFlagAndUsesIt(Jdk jdk, Launch launch) throws Exception {
    Result without = brief(launch, jdk, List.of()).run();
    assertArithmetic("plain", without);
    assertTrue(without.err().lines().anyMatch(ABSENT::equals), without.err());
    Result with = brief(launch, jdk, FLAG).run();
    assertArithmetic("simd", with);
    assertTrue(with.err().contains(WARNING), with.err());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aJavaThatDoesNotOptimiseIsSparedTheVectors(Jdk jdk) throws Exception {
    Result result = brief(Launch.JAR, jdk, List.of("-XX:TieredStopAtLevel=1")).run();
    assertArithmetic("plain", result);
  }

  @Test
  void theWeightsAreTheSameOnEveryArithmeticWidthJdkAndNumberOfThreads() throws Exception {
    String expected = hash(Jdk.running(), List.of(), "--simd", "off", "--threads", "1");
    for (Jdk jdk : Jdk.all()) {
      for (String simd : List.of("on", "off")) {
        for (String threads : List.of("1", "2", "3")) {
          String[] more = {"--simd", simd, "--threads", threads};
          assertEquals(expected, hash(jdk, List.of(), more), jdk + " " + List.of(more));
        }
      }
      for (String bytes : List.of("16", "32")) {
        List<String> narrow = List.of("-XX:MaxVectorSize=" + bytes);
        assertEquals(
            expected, hash(jdk, narrow, "--simd", "on", "--threads", "2"), jdk + " " + narrow);
      }
    }
  }

  /** Large enough for threads to share the work, of sizes that fill no register. */
  private String hash(Jdk jdk, List<String> options, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("train", flowers, "--target", "kind", "--json"));
    words.addAll(List.of("--layers", "333 relu, 220 gelu, dropout(0.2), 218 tanh"));
    words.addAll(List.of("--optimizer", "adam", "--epochs", "4", "--batch", "83", "--seed", "4"));
    words.addAll(List.of(more));
    Result result = program.command(Launch.JAR, jdk, options, words.toArray(String[]::new)).run();
    return result.json().get("weightsHash").asText();
  }
}
