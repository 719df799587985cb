package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins are plugins: without their JAR the program starts, and says which one it misses. */
class MissingJarTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"activations", "losses", "optimizers"})
  void oneSentenceNamesTheMissingJar(String kind) throws Exception {
    Program program = Program.packaged().copyTo(folder.resolve("nn"));
    Files.delete(program.library("nn-" + kind));
    Path houses = Houses.write(folder.resolve("houses.csv"));

    expectSentence(program.command("house-price").run(), kind);
    expectSentence(program.command("train", houses.toString(), "--target", "price").run(), kind);
  }

  private static void expectSentence(Result result, String kind) {
    assertNotEquals(0, result.code());
    result.expect(result.code());
    assertEquals("", result.out());
    assertEquals(1, result.err().lines().count(), result.err());
    String sentence =
        "No %1$s found at all: nn-%1$s.jar is missing. Put it back next to nn-core.jar, or name a folder of plugin JARs with --plugins."
            .formatted(kind);
    assertTrue(result.err().contains(sentence), result.err());
  }
}
