package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One seed, one result: on every JDK, with any number of threads. */
class SameBitsTest {
  private static final String LAYERS = "24 relu, batch-norm, 16 tanh, dropout(0.2)";

  private final Program program = Program.packaged();
  @TempDir private Path folder;
  private Path houses = Path.of("");

  @BeforeEach
  void houses() throws Exception {
    houses = Houses.write(folder.resolve("houses.csv"));
  }

  private JsonNode train(Jdk jdk, String threads, String seed) throws Exception {
    String[] words = {
      "train",
      houses.toString(),
      "--target",
      "price",
      "--layers",
      LAYERS,
      "--optimizer",
      "adam",
      "--epochs",
      "20",
      "--threads",
      threads,
      "--seed",
      seed,
      "--json"
    };
    return program.command(Launch.JAR, jdk, List.of(), words).run().timeless();
  }

  @Test
  void everyJdkAndEveryNumberOfThreadsTrainTheSameWeights() throws Exception {
    JsonNode expected = train(Jdk.running(), "1", "3");
    assertEquals(64, expected.get("weightsHash").asText().length());
    for (Jdk jdk : Jdk.all()) {
      for (String threads : List.of("1", "2")) {
        assertEquals(expected, train(jdk, threads, "3"), jdk + ", " + threads + " threads");
      }
    }
  }

  @Test
  void anotherSeedTrainsOtherWeights() throws Exception {
    String third = train(Jdk.running(), "2", "3").get("weightsHash").asText();
    assertNotEquals(third, train(Jdk.running(), "2", "4").get("weightsHash").asText());
  }
}
