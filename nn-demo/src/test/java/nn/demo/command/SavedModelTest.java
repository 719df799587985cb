package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nn.demo.Ran;
import nn.demo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Save, then evaluate and predict: the numbers of training come back. */
class SavedModelTest {
  @TempDir Path folder;

  @Test
  void aSavedModelMeasuresTheSameOnTheSameRows() {
    Path houses = Sample.houses(folder);
    Path model = folder.resolve("price.nn");
    // All rows train, so that the measures of training and of evaluation are about the same rows.
    JsonNode trained =
        Ran.nn("train", houses, "--target", "price", "--validation", 0, "--save", model, "--json")
            .done()
            .json();
    JsonNode evaluated = Ran.nn("evaluate", model, houses, "--json").done().json();
    for (String measure : List.of("r2", "rmse", "mae", "loss")) {
      double expected = trained.get("train").get(measure).asDouble();
      // Rows come in another order, and sums round.
      assertEquals(expected, evaluated.get(measure).asDouble(), 1e-9 * expected, measure);
    }
    assertEquals(trained.get("weightsHash"), evaluated.get("weightsHash"));
    assertEquals(Sample.HOUSES, evaluated.get("rows").asInt());
    assertEquals("regression", evaluated.get("task").asText());
  }

  @Test
  void predictionsAreInTheTargetsUnitsAndExplainTheMeasuredError() {
    Path houses = Sample.houses(folder);
    Path model = model(houses, "price");
    List<Double> predicted =
        Ran.nn("predict", model, houses).done().out().lines().skip(1).map(Double::valueOf).toList();
    List<Double> actual =
        Sample.read(houses)
            .lines()
            .skip(1)
            .map(line -> Double.valueOf(line.substring(line.lastIndexOf(',') + 1)))
            .toList();
    double squares =
        IntStream.range(0, actual.size())
            .mapToDouble(i -> predicted.get(i) - actual.get(i))
            .map(error -> error * error)
            .average()
            .orElseThrow();
    JsonNode evaluated = Ran.nn("evaluate", model, houses, "--json").done().json();
    assertEquals(evaluated.get("rmse").asDouble(), Math.sqrt(squares), 0.01);
  }

  @Test
  void predictionsKeepTheDigitsThatAFloatWouldLose() {
    StringBuilder csv = new StringBuilder("x,t\n");
    for (int i = 0; i < 60; i++) {
      csv.append(i % 7 * 10 + i / 7).append(',').append(1_700_000_000L + 3L * i).append('\n');
    }
    Path times = Sample.text(folder, "times.csv", csv.toString());
    Path model = model(times, "t");
    List<Double> text =
        Ran.nn("predict", model, times).done().out().lines().skip(1).map(Double::valueOf).toList();
    JsonNode json = Ran.nn("predict", model, times, "--json").done().json().get("predictions");
    for (int i = 0; i < text.size(); i++) {
      assertEquals(json.get(i).asDouble(), text.get(i));
    }
    assertTrue(text.stream().distinct().count() > 10, text::toString);
    JsonNode measured = Ran.nn("evaluate", model, times, "--json").done().json();
    double rmse = measured.get("rmse").asDouble();
    assertEquals(rmse * rmse, measured.get("loss").asDouble(), 1e-9 * rmse * rmse);
  }

  @Test
  void predictionsGoToAFileWithTheTargetAsHeader() {
    Path houses = Sample.houses(folder);
    Path model = model(houses, "price");
    Path output = folder.resolve("predicted.csv");
    Ran ran = Ran.nn("predict", model, houses, "--output", output).done();
    assertEquals("", ran.out());
    assertEquals("Wrote 60 predictions to " + output + ".", ran.err().strip());
    assertEquals(Ran.nn("predict", model, houses).done().out(), Sample.read(output));
    assertTrue(Sample.read(output).startsWith("price\n"));
    JsonNode json = Ran.nn("predict", model, houses, "--output", output, "--json").done().json();
    assertEquals(60, json.get("rows").asInt());
    assertTrue(json.get("predictions") == null);
  }

  @Test
  void theTargetColumnIsNotNeededToPredict() {
    Path houses = Sample.houses(folder);
    Path model = model(houses, "price");
    String blind = Sample.read(houses).replaceAll("(?m),[^,]*$", "");
    Path file = Sample.text(folder, "blind.csv", blind);
    assertEquals(
        Ran.nn("predict", model, houses).done().out(), Ran.nn("predict", model, file).done().out());
  }

  @Test
  void aTextThatTrainingNeverSawIsPredictedAllTheSame() {
    Path houses = Sample.houses(folder);
    Path model = model(houses, "price");
    Path west = Sample.text(folder, "west.csv", Sample.read(houses).replace("north", "west"));
    JsonNode json = Ran.nn("predict", model, west, "--json").done().json();
    assertEquals(Sample.HOUSES, json.get("predictions").size());
    assertTrue(json.get("predictions").get(0).isNumber());
    assertEquals("price", json.get("target").asText());
  }

  @Test
  void classesArePredictedByName() {
    Path clouds = Sample.clouds(folder);
    Path model = model(clouds, "kind");
    List<String> lines = Ran.nn("predict", model, clouds).done().out().lines().toList();
    assertEquals("kind", lines.get(0));
    long right = IntStream.range(0, 150).filter(i -> is(lines, i, "abc".charAt(i % 3))).count();
    JsonNode evaluated = Ran.nn("evaluate", model, clouds, "--json").done().json();
    assertEquals(evaluated.get("accuracy").asDouble(), right / 150.0, 1e-12);
    Ran told = Ran.nn("evaluate", model, clouds).done();
    assertTrue(told.text().startsWith("150 rows: accuracy "), told.out());
    assertTrue(told.out().contains("predicted"), told.out());
  }

  @Test
  void imagesArePredictedAndMeasured() {
    Path images = Sample.images(folder);
    Path labels = Sample.labels(folder);
    Path model = folder.resolve("images.nn");
    Ran.nn("train", "--images", images, "--labels", labels, "--save", model, "--layers", "").done();
    JsonNode evaluated =
        Ran.nn("evaluate", model, "--images", images, "--labels", labels, "--json").done().json();
    assertEquals(Sample.IMAGES, evaluated.get("rows").asInt());
    List<String> lines = Ran.nn("predict", model, "--images", images).done().out().lines().toList();
    assertEquals("label", lines.get(0));
    long right =
        IntStream.range(0, Sample.IMAGES).filter(i -> is(lines, i, "34".charAt(i % 2))).count();
    assertEquals(evaluated.get("accuracy").asDouble(), right / (double) Sample.IMAGES, 1e-12);
  }

  @Test
  void aMeasuredModelOfNumbersIsToldInWords() {
    Path houses = Sample.houses(folder);
    Ran ran = Ran.nn("evaluate", model(houses, "price"), houses).done();
    assertTrue(ran.text().startsWith("60 rows: r2 "), ran.out());
  }

  private static boolean is(List<String> lines, int row, char label) {
    return lines.get(row + 1).equals(String.valueOf(label));
  }

  private Path model(Path file, String target) {
    Path model = folder.resolve("model.nn");
    Ran.nn("train", file, "--target", target, "--epochs", 20, "--save", model).done();
    return model;
  }
}
