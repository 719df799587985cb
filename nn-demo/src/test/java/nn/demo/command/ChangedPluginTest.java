package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.demo.Ran;
import nn.demo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose plugin is no longer what it was is used all the same, and says so. */
class ChangedPluginTest {
  private static final List<String> WARNING =
      List.of(
          "nn: This model was saved with leaky-relu(slopy), this is leaky-relu(slope); new, with their defaults: slope=0.2.");

  @TempDir Path folder;

  @Test
  void everyCommandThatReadsAModelTellsItOnceOnStandardError() throws IOException {
    Path houses = Sample.houses(folder);
    Path model = folder.resolve("m.nn");
    Path checkpoint = folder.resolve("m.nn.checkpoint");
    Ran.nn(
            "train",
            houses,
            "--target=price",
            "--layers=4 leaky-relu(slope=0.2)",
            "--epochs=2",
            "--save",
            model)
        .done();
    assertEquals(List.of(), told(Ran.nn("evaluate", model, houses, "--json")));

    rename(model);
    rename(checkpoint);
    assertEquals(WARNING, told(Ran.nn("evaluate", model, houses, "--json")));
    assertEquals(WARNING, told(Ran.nn("predict", model, houses, "--json")));
    assertEquals(
        WARNING, told(Ran.nn("train", houses, "--resume", checkpoint, "--epochs=3", "--json")));
    Ran quiet = Ran.nn("predict", model, houses).done();
    assertEquals(Sample.HOUSES + 1, quiet.out().lines().count(), quiet.out());
  }

  /** The complaints of a run that ended well and printed one JSON object. */
  private static List<String> told(Ran ran) {
    assertEquals(true, ran.done().json().isObject());
    return ran.err().lines().filter(line -> line.startsWith("nn: ")).toList();
  }

  /** Renames the parameter in the list of plugins, as if it had another name when it was saved. */
  private static void rename(Path file) throws IOException {
    String before = Files.readString(file, StandardCharsets.ISO_8859_1);
    String after = before.replace("[\\\"slope\\\"]", "[\\\"slopy\\\"]");
    assertNotEquals(before, after);
    Files.writeString(file, after, StandardCharsets.ISO_8859_1);
  }
}
