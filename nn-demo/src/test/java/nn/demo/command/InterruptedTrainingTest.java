package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nn.core.model.ModelFile;
import nn.core.plugin.Plugins;
import nn.demo.Ran;
import nn.demo.Sample;
import nn.demo.terminal.Interruption;
import nn.demo.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Ctrl-C in the middle of training; the signal of the system is the one thing made up. */
class InterruptedTrainingTest {
  /** Two steps are an epoch of the 48 rows that train. */
  private static final int STEPS_OF_AN_EPOCH = 2;

  @TempDir Path folder;

  @Test
  void theBestWeightsAreSavedAndTrainingCanGoOn() {
    Path model = folder.resolve("m.nn");
    Ran ran = interrupted(3 * STEPS_OF_AN_EPOCH + 1, "--save", model.toString());
    assertEquals(130, ran.code(), ran.err());
    assertTrue(ran.text().contains("Interrupted in epoch 4. The weights are those of "), ran.out());
    assertTrue(ran.err().contains("Saved " + model + " (the best weights so far)."), ran.err());
    assertTrue(ran.err().contains("To go on: nn train ... --resume " + model), ran.err());
    Path houses = folder.resolve("houses.csv");
    Ran.nn("evaluate", model, houses).done();
    String resumed =
        Ran.nn("train", houses, "--resume", model + ".checkpoint", "--epochs", 6, "--json")
            .done()
            .json()
            .get("weightsHash")
            .asText();
    Ran whole = Ran.nn("train", houses, "--target", "price", "--epochs", 6, "--json").done();
    assertEquals(whole.json().get("weightsHash").asText(), resumed);
  }

  @Test
  void theClassWeightsAndThePatienceOfAResumedRunAreThoseOfBefore() {
    Path model = folder.resolve("m.nn");
    StringBuilder rows = new StringBuilder("x,kind\n");
    for (int i = 0; i < 40; i++) {
      rows.append(i * i).append(i % 4 == 0 ? ",yes\n" : ",no\n");
    }
    Path file = Sample.text(folder, "kinds.csv", rows.toString());
    String[] how = {"train", file.toString(), "--target=kind", "--class-weights=yes=9, no=1"};
    Ran.nn(with(how, "--patience=0", "--epochs=2", "--save=" + model)).done();
    Path again = folder.resolve("again.nn");
    goOn(file, model, "--epochs=3", "--patience=7", "--save=" + again);
    JsonNode resumed = goOn(file, again, "--epochs=4", "--json").json();
    JsonNode whole = Ran.nn(with(how, "--patience=0", "--epochs=4", "--json")).done().json();
    assertEquals(whole.get("weightsHash"), resumed.get("weightsHash"));
    try (Plugins plugins = Plugins.discover()) {
      assertEquals("7", ModelFile.read(again, plugins).model().provenance().get("patience"));
    }
  }

  private static Ran goOn(Path file, Path model, String... options) {
    Object[] how = {"train", file, "--resume", model + ".checkpoint"};
    return Ran.nn(with(how, (Object[]) options)).done();
  }

  private static Object[] with(Object[] some, Object... more) {
    return Stream.of(some, more).flatMap(Stream::of).toArray();
  }

  @Test
  void anInterruptionInTheFirstEpochStillSavesAModel() {
    Path model = folder.resolve("m.nn");
    Ran ran = interrupted(1, "--save", model.toString());
    assertEquals(130, ran.code(), ran.err());
    assertTrue(
        ran.out().contains("Interrupted in epoch 1. The weights are those of that moment."),
        ran.out());
    assertFalse(ran.err().contains("To go on"), ran.err());
    assertFalse(Files.exists(folder.resolve("m.nn.checkpoint")));
    Ran.nn("evaluate", model, folder.resolve("houses.csv")).done();
  }

  @Test
  void anInterruptionInTheFirstEpochLeavesTheModelThatWasThere() throws IOException {
    Path model = Sample.text(folder, "m.nn", "a good model");
    Ran ran = interrupted(1, "--save", model.toString());
    assertEquals(130, ran.code(), ran.err());
    assertTrue(
        ran.err().contains("Nothing was saved: no epoch was complete. " + model + " is as it was."),
        ran.err());
    assertEquals("a good model", Files.readString(model));
  }

  @Test
  void theEndAndTheScheduleOfAResumedRunAreThoseOfTheFirst() {
    Path model = folder.resolve("m.nn");
    String[] how = {"--epochs", "9", "--patience", "0", "--schedule", "cosine"};
    String[] save = {"--save", model.toString()};
    interrupted(
        3 * STEPS_OF_AN_EPOCH + 1, Stream.of(how, save).flatMap(Stream::of).toArray(String[]::new));
    Path houses = folder.resolve("houses.csv");
    JsonNode resumed =
        Ran.nn("train", houses, "--resume", model + ".checkpoint", "--json").done().json();
    Object[] at = {"train", houses, "--target", "price", "--json"};
    JsonNode whole = Ran.nn(Stream.of(at, how).flatMap(Stream::of).toArray()).done().json();
    for (String part : List.of("weightsHash", "epochs", "bestEpoch", "outcome")) {
      assertEquals(whole.get(part), resumed.get(part), part);
    }
  }

  @Test
  void withoutAPlaceToSaveThatIsSaid() {
    Ran ran = interrupted(1);
    assertEquals(130, ran.code());
    assertTrue(ran.err().contains("Nothing was saved: --save was not given."), ran.err());
  }

  private Ran interrupted(int atStep, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    TrainCommand options = new TrainCommand(terminal);
    String houses = Sample.houses(folder).toString();
    Stream<String> how = Stream.of(houses, "--target", "price");
    new CommandLine(options)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(Stream.concat(how, Stream.of(more)).toArray(String[]::new));
    AtomicInteger steps = new AtomicInteger();
    Interruption signal = mock(Interruption.class);
    when(signal.requested()).thenAnswer(call -> steps.incrementAndGet() >= atStep);
    try (Plugins plugins = Plugins.discover()) {
      TrainingPlan plan = TrainingPlan.begin(options, plugins);
      int code = new TrainingRun(options, terminal, plugins, plan).run(signal);
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }
}
