package nn.it;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens while a model is saved, the file of that name is a whole model. */
class SavingTest {
  private final Program program = Program.packaged();
  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path houses = Path.of("");

  @BeforeEach
  void houses() throws Exception {
    houses = Houses.write(folder.resolve("houses.csv"));
    model = Files.createDirectory(folder.resolve("models")).resolve("model.nn");
  }

  /** One epoch of a network whose file has about 9 MB, so that saving it takes a while. */
  private Command train(String seed) {
    return program.command(
        "train",
        houses.toString(),
        "--target=price",
        "--layers=1500 relu, 1500 relu",
        "--optimizer=sgd",
        "--epochs=1",
        "--seed=" + seed,
        "--save=" + model,
        "--json");
  }

  private String hash() throws Exception {
    Result read = program.command("evaluate", model.toString(), houses.toString(), "--json").run();
    return read.json().get("weightsHash").asText();
  }

  @Test
  void aProcessKilledWhileItSavesLeavesTheOldModelOrTheNewOne() throws Exception {
    String old = train("1").run().json().get("weightsHash").asText();
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      model.getParent().register(watch, ENTRY_CREATE);
      try (Running training = train("2").start()) {
        assertNotNull(watch.poll(60, TimeUnit.SECONDS), "nothing was saved");
        training.kill();
        training.end();
      }
    }
    String kept = hash();
    String fresh = train("2").run().json().get("weightsHash").asText();
    assertTrue(Set.of(old, fresh).contains(kept), kept);
    assertEquals(fresh, hash());
  }

  @Test
  void aFullDiskIsToldAndTheOldModelKept() throws Exception {
    assumeFalse(Platform.WINDOWS, "there is no limit on the size of files");
    Files.writeString(model, "as it was");
    Result result =
        train("1").behind("/bin/sh", "-c", "ulimit -f 2000; exec \"$@\"", "sh").run().expect(1);
    assertTrue(
        result
            .err()
            .endsWith(
                "nn: Cannot save %s: File too large. Free some space, or save to a folder you may write to.\n"
                    .formatted(model)),
        result.err());
    assertEquals("as it was", Files.readString(model));
    try (Stream<Path> files = Files.list(model.getParent())) {
      assertEquals(List.of(model), files.toList());
    }
    assertFalse(result.out().isEmpty());
  }
}
