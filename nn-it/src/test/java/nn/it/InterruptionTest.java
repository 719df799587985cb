package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C ends a training cleanly. */
class InterruptionTest {
  private static final int INTERRUPTED = 130;

  private final Program program = Program.packaged();
  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path checkpoint = Path.of("");
  private Path houses = Path.of("");

  @BeforeEach
  void houses() throws Exception {
    assumeFalse(Platform.WINDOWS, "there is no SIGINT to send");
    model = folder.resolve("model.nn");
    checkpoint = folder.resolve("model.nn.checkpoint");
    houses = Houses.write(folder.resolve("houses.csv"));
  }

  @Test
  void itSavesTheBestWeightsAndTrainingGoesOnAsIfNothingHadHappened() throws Exception {
    Result stopped = interrupted("--save=" + model);
    JsonNode told = stopped.parsed(INTERRUPTED);
    assertEquals("interrupted", told.get("outcome").asText());
    assertTrue(stopped.err().contains("Saved " + model + " (the best weights so far).\n"));
    assertTrue(stopped.err().endsWith("To go on: nn train ... --resume " + checkpoint + "\n"));

    Result read = program.command("evaluate", model.toString(), houses.toString(), "--json").run();
    assertEquals(told.get("weightsHash"), read.json().get("weightsHash"));

    String epochs = "--epochs=" + (told.get("epochs").asInt() + 5);
    Result resumed = train("--resume=" + checkpoint, epochs).run();
    Result atOnce = train("--layers=8 tanh", epochs).run();
    assertEquals(atOnce.timeless(), resumed.timeless());
  }

  @Test
  void withoutSaveItSaysThatNothingWasSaved() throws Exception {
    Result stopped = interrupted();
    assertEquals("interrupted", stopped.parsed(INTERRUPTED).get("outcome").asText());
    assertTrue(stopped.err().endsWith("Nothing was saved: --save was not given.\n"));
    assertFalse(Files.exists(model) || Files.exists(checkpoint));
  }

  private Command train(String... more) {
    String[] words = {
      "train", houses.toString(), "--target=price", "--patience=0", "--threads=1", "--json"
    };
    return program.command(Words.join(words, more));
  }

  /** A training that would take an hour, stopped after its first epoch. */
  private Result interrupted(String... more) throws Exception {
    String[] words = Words.join(new String[] {"--layers=8 tanh", "--epochs=9999999"}, more);
    Command command = train(words);
    if (Signals.canBeReset()) {
      command.behind(Signals.RESET);
    }
    try (Running training = command.start()) {
      training.await("Epoch 1 of ");
      training.interrupt();
      return training.end();
    }
  }
}
