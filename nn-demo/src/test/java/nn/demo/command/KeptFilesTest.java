package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nn.demo.Ran;
import nn.demo.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the disk is not lost: data, models, and the checkpoints that belong to them. */
class KeptFilesTest {
  @TempDir Path folder;
  private Path houses;
  private Path model;
  private Path checkpoint;

  @BeforeEach
  void data() {
    houses = Sample.houses(folder);
    model = folder.resolve("m.nn");
    checkpoint = folder.resolve("m.nn.checkpoint");
  }

  @Test
  void aTrainingThatExplodesLeavesTheModelThatWasThere() {
    train("--epochs", 2, "--save", model).done();
    String good = hash(model);
    Ran ran =
        train("--optimizer", "sgd", "--rate", 50, "--layers", "", "--seed", 1, "--save", model);
    assertEquals(1, ran.code(), ran.err());
    assertTrue(
        ran.err().contains(", are in %s.%n%s is as it was.".formatted(checkpoint, model)),
        ran.err());
    assertEquals(good, hash(model));
    assertNotEquals(good, hash(checkpoint));
  }

  @Test
  void theCheckpointIsAlwaysOfTheModelBesideIt() {
    train("--epochs", 2, "--save", model).done();
    Ran.nn("evaluate", checkpoint, houses).done();
    Ran stopped = train("--rate", 0.05, "--patience", 2, "--save", model, "--json").done();
    assertEquals("stopped-early", stopped.json().get("outcome").asText());
    assertEquals(hash(model), hash(checkpoint));
  }

  @Test
  void noCommandReplacesWhatItReads() throws IOException {
    train("--epochs", 1, "--save", model).done();
    refused(
        "--save",
        houses,
        "train",
        houses,
        "--target",
        "price",
        "--save",
        folder.resolve(".").resolve("houses.csv"));
    refused("--save", checkpoint, "train", houses, "--resume", checkpoint, "--save", checkpoint);
    refused("--output", houses, "predict", model, houses, "--output", houses);
    refused("--output", model, "predict", model, houses, "--output", model);
    refused("--html", model, "explain", model, houses, "--html", model);
  }

  private static void refused(String option, Path file, Object... args) throws IOException {
    byte[] before = Files.readAllBytes(file);
    Ran.nn(args)
        .wrongUsage(
            option
                + " "
                + args[args.length - 1]
                + " would replace a file that this command reads. Name another file.");
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void theCheckpointsPlaceIsTriedBeforeTheWork() throws IOException {
    Files.createDirectory(checkpoint);
    train("--save", model)
        .failed(
            "Cannot save " + checkpoint + ": it is a folder. Add a file name, such as model.nn.");
    assertTrue(Files.notExists(model));
  }

  private Ran train(Object... more) {
    return Ran.nn(
        Stream.concat(Stream.of("train", houses, "--target", "price"), Stream.of(more)).toArray());
  }

  private String hash(Path file) {
    return Ran.nn("evaluate", file, houses, "--json").done().json().get("weightsHash").asText();
  }
}
