package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nn.core.model.Model;
import nn.core.model.ModelFile;
import nn.core.plugin.Plugins;
import nn.demo.Ran;
import nn.demo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
  @TempDir Path folder;

  @Test
  void numbersAreLearntAndMeasuredInTheTargetsUnits() {
    JsonNode json = Ran.nn("train", houses(), "--target", "price", "--json").done().json();
    assertEquals("regression", json.get("task").asText());
    assertEquals(1, json.get("seed").asLong());
    assertTrue(json.get("seconds").asDouble() > 0);
    JsonNode validation = json.get("validation");
    assertTrue(validation.get("r2").asDouble() > 0.9, json::toPrettyString);
    double rmse = validation.get("rmse").asDouble();
    assertTrue(rmse > 100 && rmse < 3000, json::toPrettyString);
    assertEquals(rmse * rmse, validation.get("loss").asDouble(), 1e-3 * rmse * rmse);
    assertTrue(validation.get("mae").asDouble() <= rmse);
    assertTrue(json.get("train").get("loss").asDouble() > 0);
    assertTrue(json.get("weightsHash").asText().matches("[0-9a-f]{64}"));
  }

  @Test
  void whatIsAboutToHappenAndWhatCameOutIsTold() {
    Ran ran = Ran.nn("train", houses(), "--target", "price", "--epochs", 2, "--simd", "off").done();
    List<String> lines = ran.text().lines().toList();
    assertEquals(
        List.of(
            "Target: price, a number",
            "Left out: id (is an identifier: whole numbers that count up by one)",
            "Network: 9 inputs, 64 relu, 64 relu, 1 identity; 4,865 parameters",
            "Training: mse, adam, batches of 32, up to 2 epochs, seed 1",
            ""),
        lines.subList(lines.indexOf("Target: price, a number"), lines.indexOf("") + 1));
    // Where a line breaks depends on how long the name of the folder is.
    String flat = ran.out().replaceAll("\\s+", " ");
    assertTrue(flat.contains("60 rows, 48 to train on, 12 to judge by"), ran.out());
    assertTrue(ran.out().contains("Done after epoch 2. The weights are those of epoch 2."));
    assertTrue(ran.out().contains("Validation: r2 "), ran.out());
    assertTrue(
        ran.err().startsWith("arithmetic: plain%nEpoch 1 of 2: loss ".formatted()), ran.err());
    assertFalse(ran.err().contains("nn:"), ran.err());
  }

  @Test
  void twoClassesShareOneOutput() {
    Ran ran = Ran.nn("train", Sample.circle(folder), "--target", "inside").done();
    assertTrue(ran.text().contains("Target: inside, one of 2 classes: no, yes"), ran.out());
    assertTrue(ran.out().contains("64 relu, 1 sigmoid;"), ran.out());
    assertTrue(ran.out().contains("Training: binary-cross-entropy, adam"), ran.out());
    assertTrue(ran.out().contains("actual"), "a confusion matrix: " + ran.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-entropy", "cross-entropy(targets=one-hot)", "mse"})
  void otherLossesLearnTwoClassesToo(String loss) {
    JsonNode json =
        Ran.nn("train", Sample.circle(folder), "--target", "inside", "--loss", loss, "--json")
            .done()
            .json();
    assertEquals("classification", json.get("task").asText());
    assertTrue(json.get("validation").get("accuracy").asDouble() > 0.85, json::toPrettyString);
  }

  @Test
  void threeClassesHaveAnOutputEach() {
    Path file = Sample.clouds(folder);
    JsonNode json = Ran.nn("train", file, "--target", "kind", "--json").done().json();
    assertTrue(json.get("validation").get("accuracy").asDouble() > 0.8, json::toPrettyString);
    Ran told = Ran.nn("train", file, "--target", "kind", "--epochs", 1).done();
    assertTrue(told.text().contains("64 relu, 3 softmax;"), told.out());
    assertTrue(told.out().contains("Training: cross-entropy, adam"), told.out());
  }

  @Test
  void textCategoriesMissingCellsAndConstantColumnsAreFine() {
    // size, rooms, flat: one number each; built: a number and a mark; town: three and "other".
    Ran ran = Ran.nn("train", houses(), "--target", "price", "--epochs", 1).done();
    assertTrue(ran.out().contains("Network: 9 inputs"), ran.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\\uFEFFa,b | a byte-order mark",
        "a;b | semicolons",
        "a\\tb | tabs",
      })
  void dressOfAFileMakesNoDifference(String header, String what) {
    String names = header.replace("\\uFEFF", "\uFEFF").replace("\\t", "\t");
    char separator = names.charAt(names.length() - 2);
    Path dressed = Sample.text(folder, "dressed.csv", names + "\n" + line(separator));
    Path plain = Sample.text(folder, "plain.csv", "a,b\n" + line(','));
    assertEquals(hash(plain, "--target", "b"), hash(dressed, "--target", "b"), what);
  }

  @Test
  void aLineBreakInsideQuotesBelongsToTheCell() {
    StringBuilder csv = new StringBuilder("a,note,b\n");
    for (int i = 0; i < 20; i++) {
      csv.append(i % 7).append(i % 2 == 0 ? ",\"two\nlines\"," : ",one,").append(i).append('\n');
    }
    Path file = Sample.text(folder, "quoted.csv", csv.toString());
    Ran ran = Ran.nn("train", file, "--target", "b", "--task", "regression", "--epochs", 1).done();
    assertTrue(ran.out().contains("20 rows"), ran.out());
  }

  @Test
  void imagesAreLearnt() {
    Object[] files = {"--images", Sample.images(folder), "--labels", Sample.labels(folder)};
    Object[] how = {"train", "--layers", "8 relu", "--rate", 0.01, "--json"};
    JsonNode json = Ran.nn(with(how, files)).done().json();
    assertEquals(1, json.get("validation").get("accuracy").asDouble());
  }

  @Test
  void equalSeedsGiveEqualWeightsOnOneThreadAndOnTwo() {
    String one = hash(houses(), "--target", "price", "--threads", 1, "--seed", 7);
    assertEquals(one, hash(houses(), "--target", "price", "--threads", 1, "--seed", 7));
    assertEquals(one, hash(houses(), "--target", "price", "--threads", 2, "--seed", 7));
    assertEquals(
        one, hash(houses(), "--target", "price", "--threads", 2, "--seed", 7, "--simd", "off"));
    assertNotEquals(one, hash(houses(), "--target", "price", "--seed", 8));
  }

  @Test
  void largeBatchesAreSplitAmongThreadsWithoutATrace() {
    Object[] wide = {
      "--target", "inside", "--layers", "250 gelu, dropout(0.2), batch-norm, 250 tanh"
    };
    String one =
        hash(Sample.circle(folder), with(wide, "--batch", 100, "--epochs", 3, "--threads", 1));
    assertEquals(
        one,
        hash(Sample.circle(folder), with(wide, "--batch", 100, "--epochs", 3, "--threads", 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam", "momentum", "sgd"})
  void aResumedRunEndsAsIfItHadNeverStopped(String optimizer) {
    Path saved = folder.resolve("half.nn");
    Object[] how = {
      "--target", "price", "--optimizer", optimizer, "--layers", "8 relu, dropout(0.1), batch-norm"
    };
    String whole = hash(houses(), with(how, "--epochs", 9, "--patience", 0));
    Object[] four = {"train", houses(), "--epochs", 4, "--save", saved, "--patience", 0};
    Ran half = Ran.nn(with(four, how));
    assertTrue(half.done().err().contains("To go on: nn train ... --resume " + saved), half.err());
    Ran rest =
        Ran.nn(
            "train",
            houses(),
            "--resume",
            saved + ".checkpoint",
            "--epochs",
            9,
            "--patience",
            0,
            "--json");
    JsonNode json = rest.done().json();
    assertEquals(whole, json.get("weightsHash").asText());
    assertEquals(9, json.get("epochs").asInt());
  }

  @Test
  void trainingStopsWhenTheValidationLossNoLongerFalls() {
    JsonNode json =
        Ran.nn("train", houses(), "--target", "price", "--rate", 0.05, "--patience", 2, "--json")
            .done()
            .json();
    assertEquals("stopped-early", json.get("outcome").asText());
    assertEquals(json.get("bestEpoch").asInt() + 2, json.get("epochs").asInt());
    Ran told =
        Ran.nn("train", houses(), "--target", "price", "--rate", 0.05, "--patience", 2).done();
    assertTrue(told.text().contains("no better for 2 epochs."), told.out());
  }

  @Test
  void withoutValidationRowsThereIsNothingToJudgeBy() {
    Ran ran =
        Ran.nn("train", houses(), "--target", "price", "--validation", 0, "--epochs", 2, "--json");
    assertTrue(ran.done().json().get("validation").isNull(), ran.out());
    assertEquals(2, ran.json().get("bestEpoch").asInt());
    assertFalse(ran.err().contains("validation"), ran.err());
  }

  @Test
  void anEmptyTextOfLayersIsALinearModel() {
    Ran ran = Ran.nn("train", houses(), "--target", "price", "--layers", "", "--epochs", 1).done();
    assertTrue(ran.text().contains("Network: 9 inputs, 1 identity; 10 parameters"), ran.out());
  }

  @Test
  void theRateOptionReplacesTheOptimizersOwn() {
    Ran ran =
        Ran.nn(
            "train",
            houses(),
            "--target",
            "price",
            "--optimizer",
            "momentum",
            "--rate",
            0.02,
            "--epochs",
            1);
    assertTrue(ran.done().text().contains("momentum(learning-rate=0.02)"), ran.out());
    assertEquals(
        hash(houses(), "--target", "price", "--rate", 0.02),
        hash(houses(), "--target", "price", "--optimizer", "adam(learning-rate=0.02)"));
  }

  /**
   * Two layers of 0 pass no blame to each other's weights, so that only the output's bias moves.
   */
  @Test
  void theInitializerOptionStartsEveryDenseLayer() {
    Path file = folder.resolve("zeros.nn");
    hash(
        houses(),
        "--target=price",
        "--layers=3 identity",
        "--epochs=1",
        "--initializer=constant",
        "--save=" + file);
    try (Plugins plugins = Plugins.discover()) {
      Model model = ModelFile.read(file, plugins).model();
      float[] all = model.network().parameters();
      assertArrayEquals(new float[all.length - 1], Arrays.copyOf(all, all.length - 1));
      assertEquals("constant(value=0)", model.provenance().get("initializer"));
    }
  }

  @Test
  void aNumberWithFewValuesCanBeAskedForAsClasses() {
    Object[] how = {"train", houses(), "--target", "rooms", "--epochs", 1, "--json", "--task"};
    JsonNode classes = Ran.nn(with(how, "classification")).done().json();
    assertEquals("classification", classes.get("task").asText());
    JsonNode number = Ran.nn(with(how, "Regression")).done().json();
    assertEquals("regression", number.get("task").asText());
  }

  @Test
  void aPersonSeesALiveViewAndBoldResults() {
    Ran ran = Ran.watched("train", houses(), "--target", "price", "--epochs", 3).done();
    assertTrue(ran.err().contains("Epoch 3 of 3 [==="), ran.err());
    assertTrue(ran.err().contains("step/weight"), ran.err());
    assertFalse(ran.err().contains("Epoch 1 of 3: loss"), ran.err());
    String result = ran.out().lines().filter(l -> l.startsWith("Validation: ")).findFirst().get();
    String words = result.substring("Validation: ".length()).replaceAll("\u001B\\[.m", "");
    assertEquals("Validation: " + Ran.bold(words), result);
  }

  @Test
  void whoeverWatchesTheWeightsHaveTheSameBits() {
    Object[] how = {
      "train", houses(), "--target", "price", "--layers", "8 relu, dropout(0.2)", "--json"
    };
    JsonNode watched = Ran.watched(how).done().json();
    assertEquals(Ran.nn(how).json().get("weightsHash"), watched.get("weightsHash"));
  }

  @Test
  void aPipeGetsAboutTenLinesOfProgress() {
    Ran ran = Ran.nn("train", houses(), "--target", "price", "--epochs", 95, "--patience", 0);
    long lines = ran.done().err().lines().filter(line -> line.startsWith("Epoch ")).count();
    assertTrue(lines >= 9 && lines <= 13, ran.err());
  }

  @Test
  void theSavedModelAndItsCheckpointLieSideBySide() {
    Path saved = folder.resolve("m.nn");
    Ran ran = Ran.nn("train", houses(), "--target", "price", "--epochs", 1, "--save", saved).done();
    assertTrue(ran.err().contains("Saved " + saved + " (the best weights so far)."), ran.err());
    assertTrue(Files.isRegularFile(saved));
    assertTrue(Files.isRegularFile(folder.resolve("m.nn.checkpoint")));
  }

  private Path houses() {
    return Sample.houses(folder);
  }

  private static String hash(Path file, Object... options) {
    Ran ran = Ran.nn(with(new Object[] {"train", file, "--json"}, options));
    return ran.done().json().get("weightsHash").asText();
  }

  private static Object[] with(Object[] some, Object... more) {
    return Stream.of(some, more).flatMap(Stream::of).toArray();
  }

  private static String line(char separator) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      rows.append(i * i % 11).append(separator).append(i * 1.5).append('\n');
    }
    return rows.toString();
  }
}
