package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plugins that load well and misbehave when they are used. */
class HostileZooAtWorkTest {
  private static final int INTERRUPTED = 130;
  private static final String HEAD = "package zoo; public record Bad() %s { %s }";
  private static final String ELEMENTWISE = "implements nn.api.ElementwiseActivation";
  private static final String SLOPE = "public double derivative(double x) { return 1; }";

  private final Program program = Program.packaged();
  @TempDir private Path work;
  private Path jar = Path.of("");
  private Path model = Path.of("");
  private Path houses = Path.of("");

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @BeforeEach
  void houses() throws Exception {
    jar = work.resolve("bad-1.0.jar");
    model = work.resolve("model.nn");
    houses = Houses.write(work.resolve("houses.csv"));
  }

  private void bad(String kind, String form, String members) throws Exception {
    HandmadeJar.compiled(
            program.library("nn-api"), Map.of("zoo.Bad", HEAD.formatted(form, members)))
        .services(kind, "zoo.Bad")
        .write(jar);
  }

  private void badActivation(String members) throws Exception {
    bad("Activation", ELEMENTWISE, members);
  }

  private Command train(Jdk jdk, String... more) {
    String[] words = {
      "train", houses.toString(), "--target=price", "--plugins=" + jar, "--epochs=3", "--json"
    };
    return program.command(Launch.JAR, jdk, List.of(), Words.join(words, more));
  }

  /** The required rules that nn check finds broken. */
  private Set<String> broken(Jdk jdk) throws Exception {
    String[] words = {"check", jar.toString(), "--json"};
    Result result = program.command(Launch.JAR, jdk, List.of(), words).run();
    Set<String> rules = new TreeSet<>();
    for (JsonNode found : result.parsed(1).get("results")) {
      if (found.get("outcome").asText().equals("failed")) {
        rules.add(found.get("check").asText());
      }
    }
    return rules;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anArrayFormThatWritesOutsideItsRangeBreaksItsRule(Jdk jdk) throws Exception {
    badActivation(
        """
        public double value(double x) { return x; }
        public double derivative(double x) { return 1; }
        public void forward(float[] x, float[] y, int from, int to, nn.api.Kernels kernels) {
          for (int i = Math.max(0, from - 1); i < to; i++) {
            y[i] = i < from ? 0f : x[i];
          }
        }
        """);
    assertTrue(broken(jdk).contains("A-04"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aFormThatKeepsStateBreaksARule(Jdk jdk) throws Exception {
    badActivation(
        """
        static float last;
        public double value(double x) { return x; }
        public double derivative(double x) { return 1; }
        public void forward(float[] x, float[] y, int from, int to, nn.api.Kernels kernels) {
          for (int i = from; i < to; i++) {
            y[i] = x[i] + 1e-3f * last;
            last = x[i];
          }
        }
        """);
    assertTrue(broken(jdk).contains("A-04"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void onesThatThrowAreToldWithTheirPlace(Jdk jdk) throws Exception {
    badActivation(
        "public double value(double x) { throw new IllegalStateException(\"no idea\"); }" + SLOPE);
    Result result = train(jdk, "--layers=4 relu, 4 bad", "--save=" + model).run().expect(1);
    assertEquals(
        "nn: bad (from bad-1.0.jar) failed in layer 2, step 1: no idea.\n", result.complaints());
    assertTrue(Files.notExists(model));
  }

  @Test
  void theLastWholeEpochIsKeptWhenOneFailsLater() throws Exception {
    String late =
        """
        static final java.util.concurrent.atomic.AtomicInteger CALLS =
            new java.util.concurrent.atomic.AtomicInteger();
        public double value(double x) {
          if (CALLS.incrementAndGet() > 500) {
            throw new IllegalStateException("tired");
          }
          return x;
        }
        """;
    badActivation(late + SLOPE);
    Result result =
        train(Jdk.running(), "--layers=2 bad", "--threads=1", "--save=" + model).run().expect(1);
    Path checkpoint = work.resolve("model.nn.checkpoint");
    assertEquals(
        """
        The last whole epoch is in %s, to go on from with --resume.
        nn: bad (from bad-1.0.jar) failed in layer 1, step 7: tired.
        """
            .formatted(checkpoint),
        result.complaints().replaceFirst("Epoch 1 .*\n", ""));
    assertTrue(Files.exists(checkpoint));
  }

  @Test
  void aMethodThatIsNotThereIsAMatterOfVersions() throws Exception {
    HandmadeJar.compiled(
            program.library("nn-api"),
            Map.of(
                "nn.api.ElementwiseActivation",
                "package nn.api; public non-sealed interface ElementwiseActivation extends Activation { double value(double x); }",
                "zoo.Bad",
                HEAD.formatted(ELEMENTWISE, "public double value(double x) { return x; }")))
        .without("nn/api/ElementwiseActivation.class")
        .activations("zoo.Bad")
        .write(jar);
    Result result = train(Jdk.running(), "--layers=4 bad").run().expect(1);
    assertTrue(
        result
            .complaints()
            .matches(
                "nn: bad \\(from bad-1.0.jar\\) failed in layer 1, step 1: it was built for another version of nn-api \\(.*derivative.*\\). Rebuild it.\n"),
        result.complaints());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anOptimizerThatThrowsIsNamedToo(Jdk jdk) throws Exception {
    bad(
        "Optimizer",
        "implements nn.api.ElementwiseOptimizer",
        """
        public double learningRate() { return 0.1; }
        public int slots() { return 0; }
        public void update(long step, double rate, nn.api.Block block, float[] weights,
            float[] gradients, float[][] slots, int from, int to) {
          if (step > 1) { throw new IllegalStateException("downhill is " + step); }
        }
        """);
    Result result = train(jdk, "--layers=4 relu", "--optimizer=bad").run().expect(1);
    assertEquals(
        "nn: bad (from bad-1.0.jar) failed in step 2: downhill is 2.\n", result.complaints());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aLossThatThrowsIsNamedToo(Jdk jdk) throws Exception {
    bad(
        "Loss",
        "implements nn.api.ElementwiseLoss",
        """
        public double value(double p, double t) { throw new IllegalStateException("lost"); }
        public double derivative(double p, double t) { return 1; }
        """);
    Result result = train(jdk, "--layers=4 relu", "--loss=bad").run().expect(1);
    assertEquals("nn: bad (from bad-1.0.jar) failed in step 1: lost.\n", result.complaints());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aScheduleThatThrowsIsNamedToo(Jdk jdk) throws Exception {
    bad(
        "Schedule",
        "implements nn.api.Schedule",
        """
        public double factor(long number, long total) {
          if (number > 1) { throw new IllegalStateException("late"); }
          return 1;
        }
        """);
    Result result = train(jdk, "--layers=4 relu", "--schedule=bad").run().expect(1);
    assertEquals("nn: bad (from bad-1.0.jar) failed in step 2: late.\n", result.complaints());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void oneThatGivesNaNIsNamed(Jdk jdk) throws Exception {
    badActivation("public double value(double x) { return Math.sqrt(x); }" + SLOPE);
    Result result = train(jdk, "--layers=4 relu, 4 bad", "--threads=1").run().expect(1);
    assertTrue(
        result
            .complaints()
            .matches(
                "nn: bad \\(from bad-1.0.jar\\) turned \\d+ finite numbers into NaN in layer 2, step 1, first at input -0\\.\\d+. Run: nn check bad-1.0.jar\n"),
        result.complaints());
  }

  @Test
  void oneThatNeverReturnsIsEndedByCtrlC() throws Exception {
    assumeFalse(Platform.WINDOWS, "there is no SIGINT to send");
    badActivation(
        "public double value(double x) { System.err.println(\"here\"); while (true) { Thread.onSpinWait(); } }"
            + SLOPE);
    Command command = train(Jdk.running(), "--layers=4 bad", "--threads=1");
    if (Signals.canBeReset()) {
      command.behind(Signals.RESET);
    }
    try (Running training = command.start()) {
      training.await("here");
      training.interrupt();
      Result result = training.end().expect(INTERRUPTED);
      assertTrue(
          result
              .complaints()
              .endsWith(
                  "nn: The training did not come to an end in time; nothing more was saved.\n"),
          result.complaints());
    }
  }
}
