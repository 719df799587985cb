package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nn.demo.Ran;
import nn.demo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learning rate that makes the loss explode. */
class DivergenceTest {
  @TempDir Path folder;

  @Test
  void itStopsSaysWhereAndWhatToTryAndKeepsTheLastGoodWeights() {
    Path model = folder.resolve("m.nn");
    Ran ran = explode("--save", model);
    assertEquals(1, ran.code(), ran.err());
    Matcher told =
        Pattern.compile(
                "nn: Training stopped at step (\\d+): the loss was no longer a finite number\\."
                    + " The learning rate 50 is probably too high; try --rate 5\\.\\R"
                    + "The last good weights, of epoch (\\d+), are in (.*)\\.\\R")
            .matcher(ran.err());
    assertTrue(told.find(), ran.err());
    assertTrue(Integer.parseInt(told.group(1)) > 2, ran.err());
    assertEquals(model.toString(), told.group(3));
    double rmse =
        Ran.nn("evaluate", model, Sample.houses(folder), "--json")
            .done()
            .json()
            .get("rmse")
            .asDouble();
    assertTrue(Double.isFinite(rmse));
  }

  @Test
  void nothingIsPromisedWithoutAPlaceToSave() {
    Ran ran = explode("--seed", 2);
    assertEquals(1, ran.code(), ran.err());
    assertFalse(ran.err().contains("last good weights"), ran.err());
    assertFalse(ran.err().contains("\tat "), ran.err());
  }

  @Test
  void nothingIsSavedWhenNotOneEpochWentWell() {
    Path model = folder.resolve("m.nn");
    Path houses = Sample.houses(folder);
    Ran ran =
        Ran.nn(
            "train",
            houses,
            "--target",
            "price",
            "--rate",
            1000,
            "--batch",
            1,
            "--save",
            model,
            "--optimizer",
            "sgd");
    assertEquals(1, ran.code(), ran.err());
    assertTrue(ran.err().contains("nn: Training stopped at step "), ran.err());
    assertFalse(Files.exists(model), ran.err());
  }

  @Test
  void withJsonStandardOutputStaysEmpty() {
    assertEquals("", explode("--json", "--threads", 1).out());
  }

  private Ran explode(Object... more) {
    Object[] how = {"train", Sample.houses(folder), "--target", "price"};
    Object[] badly = {"--optimizer", "sgd", "--rate", 50, "--layers", ""};
    return Ran.nn(Stream.of(how, badly, more).flatMap(Stream::of).toArray());
  }
}
