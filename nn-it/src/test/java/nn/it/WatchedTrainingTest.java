package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training in a real terminal, which the program script makes. */
class WatchedTrainingTest {
  private static final String[] TRAIN = {
    "train", "houses.csv", "--target=price", "--epochs=30", "--json"
  };
  private static final String CURSOR_UP = "\u001B\\[\\d+A";

  private final Program program = Program.packaged();
  @TempDir private Path folder;

  @BeforeEach
  void houses() throws Exception {
    assumeTrue(scriptIsThere(), "there is no script of util-linux");
    Houses.write(folder.resolve("houses.csv"));
  }

  private static boolean scriptIsThere() throws InterruptedException {
    try {
      return new Command(List.of("script", "--version")).run().out().contains("util-linux");
    } catch (IOException e) {
      return false;
    }
  }

  /** The training in a terminal of this kind, where both streams meet. */
  private Command watched(String kind, Jdk jdk) {
    return terminal(kind, line(jdk));
  }

  private Command terminal(String kind, String line) {
    return new Command(List.of("script", "-q", "-e", "-c", line, "/dev/null"))
        .in(folder)
        .with("TERM", kind);
  }

  /** As a shell reads it. */
  private String line(Jdk jdk) {
    List<String> words = new ArrayList<>(List.of(jdk.java().toString()));
    words.addAll(Launch.JAR.arguments(program.home()));
    words.addAll(List.of(TRAIN));
    return words.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  @Test
  void aPersonSeesOneViewThatIsDrawnAgainAndTheWeightsAreTheSame() throws Exception {
    List<Command> commands =
        new ArrayList<>(Jdk.all().stream().map(jdk -> watched("xterm", jdk)).toList());
    commands.add(program.command(TRAIN).in(folder));
    List<Result> results = Together.run(commands);
    Result piped = results.remove(results.size() - 1);
    String hash = piped.json().get("weightsHash").asText();
    assertTrue(piped.err().contains("Epoch 1 of 30: loss "), piped.err());
    for (Result result : results) {
      String seen = result.expect(0).out();
      assertTrue(seen.split(CURSOR_UP, -1).length > 1, seen);
      assertTrue(seen.contains("step/weight") && seen.contains(". training"), seen);
      assertFalse(seen.contains("Epoch 1 of 30: loss ") || seen.contains("WARNING"), seen);
      assertTrue(seen.contains(hash), seen);
    }
  }

  @Test
  void aTerminalThatCannotMoveItsCursorGetsLines() throws Exception {
    String seen = watched("dumb", Jdk.running()).run().expect(0).out();
    assertTrue(seen.contains("Epoch 1 of 30: loss "), seen);
    assertEquals(1, seen.split(CURSOR_UP, -1).length, seen);
  }

  @Test
  void theTerminalIsLeftAsItWas() throws Exception {
    String line = "stty -a >before; " + line(Jdk.running()) + "; stty -a >after";
    terminal("xterm-of-a-kind-unknown-here", line).run().expect(0);
    assertEquals(
        Files.readString(folder.resolve("before")), Files.readString(folder.resolve("after")));
  }

  @Test
  void aTrainingInTheBackgroundComesToItsEnd() throws Exception {
    String line = "set -m; " + line(Jdk.running()) + " & wait $!";
    String seen = terminal("xterm", line).run().expect(0).out();
    assertTrue(seen.contains("weightsHash"), seen);
  }
}
