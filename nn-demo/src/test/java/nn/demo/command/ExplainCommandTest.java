package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import java.nio.file.Path;
import java.util.List;
import nn.demo.Ran;
import nn.demo.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  @TempDir Path folder;

  private Path houses;
  private Path model;

  @BeforeEach
  void train() {
    houses = Sample.houses(folder);
    model = folder.resolve("price.nn");
    Ran.nn(
            "train",
            houses,
            "--target",
            "price",
            "--epochs",
            3,
            "--layers",
            "4 relu",
            "--save",
            model)
        .done();
  }

  @Test
  void aRowIsExplainedInFourParts() {
    String text = Ran.nn("explain", model, houses, "--row", 3).done().text();
    assertTrue(text.startsWith("Row 3: the model says "), text);
    for (String title : new String[] {"GUESS", "MEASURE THE ERROR", "ASSIGN THE BLAME", "ADJUST"}) {
      assertTrue(text.contains("\n" + title + "\n"), text);
    }
    assertTrue(text.contains("... 1 more unit\n"), text);
    assertTrue(text.contains("w by adam, "), text);
  }

  @Test
  void theModelSaysWhatItPredictsWhateverDropoutDrops() {
    Ran.nn(
            "train",
            houses,
            "--target",
            "price",
            "--layers",
            "4 relu, batch-norm, dropout(0.5)",
            "--save",
            model)
        .done();
    String third = Ran.nn("predict", model, houses).done().out().lines().skip(3).findFirst().get();
    String says = Figures.of(Double.parseDouble(third));
    String text = Ran.nn("explain", model, houses, "--row", 3).done().text();
    String price = Sample.read(houses).lines().toList().get(3);
    price = Figures.of(Double.parseDouble(price.substring(price.lastIndexOf(',') + 1)));
    String start = "Row 3: the model says %s for price, the data says %s.".formatted(says, price);
    assertTrue(text.startsWith(start), text);
    assertTrue(text.contains("  Layer 3: dropout(0.5)\n"), text);
    assertTrue(
        text.replaceAll("\\s+", " ")
            .contains(
                "scaled. It is a step of training: there dropout drops some of them and"
                    + " batch-norm scales by this row alone."),
        text);
  }

  @Test
  void allLeavesNothingOut() {
    String text = Ran.nn("explain", model, houses, "--all").done().text();
    assertTrue(!text.contains("more"), text);
    assertTrue(text.contains("z[4] = "), text);
  }

  @Test
  void jsonHoldsTheRowAndThePredictionOfTheModel() {
    JsonNode step = Ran.nn("explain", model, houses, "--row", 3, "--json").done().json();
    assertEquals(1, step.get("step").asInt());
    assertEquals(2, step.get("layers").size());
    JsonNode weights = step.at("/layers/1/parameters/0");
    assertEquals("1.weights", weights.get("name").asText());
    assertEquals(4, weights.get("before").size());
    assertEquals(0.001, weights.get("rate").asDouble());
  }

  @Test
  void anotherOptimizerTakesAnotherStep() {
    JsonNode step =
        Ran.nn("explain", model, houses, "--json", "--optimizer", "sgd(learning-rate=0.5)")
            .done()
            .json();
    JsonNode bias = step.at("/layers/1/parameters/1");
    assertEquals("sgd", bias.get("optimizer").asText());
    assertEquals(
        -0.5 * bias.at("/gradient/0/0").asDouble(), bias.at("/change/0/0").asDouble(), 1e-6);
  }

  @Test
  void aPageIsSavedInPlaceOfTheText() {
    Path page = folder.resolve("row.html");
    Ran ran = Ran.nn("explain", model, houses, "--row", 2, "--html", page).done();
    assertEquals("", ran.out());
    assertEquals("Wrote row 2, explained, to " + page + ".", ran.err().strip());
    assertTrue(Sample.read(page).startsWith("<!DOCTYPE html>"));
    assertTrue(Sample.read(page).contains("\n<p>Row 2: the model says "));
    Ran.nn("explain", model, houses, "--html", folder)
        .failed(
            "Cannot save %s: it is a folder. Add a file name, such as model.nn.".formatted(folder));
  }

  @Test
  void aRowThatIsNotThereIsWrongUsage() {
    Ran.nn("explain", model, houses, "--row", 61)
        .wrongUsage("There is no row 61: the data has rows 1 to 60.");
    Ran.nn("explain", model, houses, "--row", 0)
        .wrongUsage("There is no row 0: the data has rows 1 to 60.");
  }

  @Test
  void classesAreExplainedToo() {
    Path clouds = Sample.clouds(folder);
    Ran.nn("train", clouds, "--target", "kind", "--epochs", 1, "--save", model).done();
    String text = Ran.nn("explain", model, clouds, "--row", 2).done().text();
    List<String> row = Splitter.on(',').splitToList(Sample.read(clouds).lines().toList().get(2));
    String kind = row.get(row.size() - 1);
    assertTrue(text.contains(" for kind, the data says " + kind + " (t = "), text);
    assertTrue(text.contains("softmax("), text);
    assertTrue(text.contains("dz[2] = "), text);
  }
}
