package nn.core.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import nn.core.network.Network;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleMse;
import nn.core.train.RandomData;
import org.junit.jupiter.api.Test;

class FormsTest {
  @Test
  void theTextOfTheStepWorkedByHandIsThis() {
    assertEquals(
        """
        Step 1: 1 row through 2 layers

        GUESS
          Layer 1: 2 units, relu
            relu(x): max(0, x)
            x = (2, 3)
            z[1] = 2 * 0.5 + 3 * -0.25 + 0.1 = 0.35
            a[1] = relu(0.35) = 0.35
            z[2] = 2 * -1 + 3 * 1 - 2 = -1
            a[2] = relu(-1) = 0
          Layer 2: 1 unit, identity
            The output a is the sum z.
            x = (0.35, 0)
            z[1] = 0.35 * 2 + 0 * 4 + 0.3 = 1

        MEASURE THE ERROR
            mse, for a guess p and a target t: (p - t)^2
            t = (2)
            loss = mse(1, 2) = 1
            The blame da: how fast the loss grows as an output a grows.
            da[1] = mse'(1, 2) = -2

        ASSIGN THE BLAME
            w[2,1] is the weight from input 2 to unit 1; dw[2,1] is its blame.
          Layer 2: 1 unit, identity
            dz = (-2)
            dw[1,1] = 0.35 * -2 = -0.7
            dw[2,1] = 0 * -2 = 0
            db[1] = -2
            What the layer before gets, as the blame da of its outputs:
            dx[1] = -2 * 2 = -4
            dx[2] = -2 * 4 = -8
          Layer 1: 2 units, relu
            dz[1] = -4 * relu'(0.35) = -4 * 1 = -4
            dz[2] = -8 * relu'(-1) = -8 * 0 = 0
            dw[1,1] = 2 * -4 = -8
            dw[2,1] = 3 * -4 = -12
            dw[1,2] = 2 * 0 = 0
            dw[2,2] = 3 * 0 = 0
            db[1] = -4
            db[2] = 0

        ADJUST
          Layer 1: 2 units, relu
            w by sgd, w - rate g, at the rate 0.01:
            w[1,1] = 0.5 - 0.01 * -8 = 0.58
            w[2,1] = -0.25 - 0.01 * -12 = -0.13
            w[1,2] = -1 - 0.01 * 0 = -1
            w[2,2] = 1 - 0.01 * 0 = 1
            b by sgd, w - rate g, at the rate 0.01:
            b[1] = 0.1 - 0.01 * -4 = 0.14
            b[2] = -2 - 0.01 * 0 = -2
          Layer 2: 1 unit, identity
            w by sgd, w - rate g, at the rate 0.01:
            w[1,1] = 2 - 0.01 * -0.7 = 2.007
            w[2,1] = 4 - 0.01 * 0 = 4
            b by sgd, w - rate g, at the rate 0.01:
            b[1] = 0.3 - 0.01 * -2 = 0.32
            The loss of this row was 1 and is now 0.0214242.
        """,
        Sketch.step().text(Shown.SHORT));
  }

  @Test
  void longLayersAreAbbreviatedAndSumsStillAddUp() {
    Network network = Network.builder(Sketch.PLUGINS, 9).layers("64 relu, 1").build(1);
    ExplainedStep step =
        ExplainedStep.of(
            network,
            Sketch.recipe(new SampleMse(), new SampleAdam()),
            RandomData.numbers(1, 9, 1, 3));
    String text = step.text(Shown.SHORT);
    assertTrue(text.contains("    ... 61 more units\n"), text);
    assertTrue(text.contains("(60 more)"), text);
    assertTrue(text.contains("... 567 more weights\n"), text);
    assertTrue(step.text(Shown.ALL).contains("    z[64] = "));
    assertFalse(step.text(Shown.ALL).contains(" more"));
  }

  @Test
  void largeNumbersOfThingsAreGrouped() {
    Network network = Network.builder(Sketch.PLUGINS, 1500).layers("2 relu, 1").build(1);
    String text =
        ExplainedStep.of(
                network,
                Sketch.recipe(new SampleMse(), new SampleAdam()),
                RandomData.numbers(1, 1500, 1, 3))
            .text(Shown.SHORT);
    assertTrue(text.contains(", ... 1,497 more)"), text);
    assertTrue(text.contains("(1,496 more)"), text);
    // Of 3,000 weights three for each of two units are shown.
    assertTrue(text.contains("... 2,994 more weights\n"), text);
  }

  @Test
  void batchNormSaysWhatASingleRowMeans() {
    String note = "A single row is its own mean: a is the shift, and x gets no blame.\n";
    assertTrue(batchNorm(1).contains(note), batchNorm(1));
    assertFalse(batchNorm(2).contains(note), batchNorm(2));
  }

  private static String batchNorm(int rows) {
    Network network = Network.builder(Sketch.PLUGINS, 2).layers("2 relu, batch-norm, 1").build(1);
    return ExplainedStep.of(
            network,
            Sketch.recipe(new SampleMse(), new SampleAdam()),
            RandomData.numbers(rows, 2, 1, 3))
        .text(Shown.SHORT);
  }

  @Test
  void jsonHoldsEveryNumberHoweverMuchIsShown() throws JsonProcessingException {
    JsonNode step = new JsonMapper().readTree(Sketch.step().json(new Shown(1, 1, 1)));
    assertEquals(1, step.get("step").asInt());
    JsonNode hidden = step.at("/layers/0");
    assertEquals("2 relu", hidden.get("layer").asText());
    assertEquals("[[-4,0]]", hidden.get("sumBlame").toString());
    assertEquals("[[-4,-8]]", hidden.get("outputBlame").toString());
    assertFalse(hidden.has("inputBlame"));
    JsonNode weights = hidden.at("/parameters/0");
    assertEquals("0.weights", weights.get("name").asText());
    assertEquals("[[0.5,-1],[-0.25,1]]", weights.get("before").toString());
    assertEquals("[[0.58,-1],[-0.13,1]]", weights.get("after").toString());
    assertEquals("[[-8,0],[-12,0]]", weights.get("gradient").toString());
    assertEquals(0.08, weights.at("/change/0/0").asDouble(), 1e-7);
    assertEquals("mse", step.at("/loss/name").asText());
    assertEquals("Guess", step.at("/sections/0/title").asText());
  }

  @Test
  void whatIsNoNumberIsAWordInJson() throws JsonProcessingException {
    Network network = Sketch.network();
    network.parameters()[0] = Float.NaN;
    ExplainedStep step =
        ExplainedStep.of(network, Sketch.recipe(new SampleMse(), new SampleAdam()), Sketch.row());
    JsonNode json = new JsonMapper().readTree(step.json(Shown.SHORT));
    assertEquals("nan", json.at("/layers/0/sums/0/0").asText());
    assertTrue(step.text(Shown.SHORT).contains("~ nan"), step.text(Shown.SHORT));
  }

  @Test
  void thePageNeedsNoOtherFileAndReadsInLightAndDark() {
    String page = Sketch.step().html("Is 1 < 2?", Shown.SHORT);
    assertTrue(page.startsWith("<!DOCTYPE html>\n"), page);
    assertTrue(page.contains("color-scheme: light dark"), page);
    assertFalse(page.contains("http") || page.contains("src=") || page.contains("<script"), page);
    assertTrue(page.contains("<h2>Assign the blame</h2>"), page);
    assertTrue(
        page.contains("<p class=\"equation\">z[1] = 2 * 0.5 + 3 * -0.25 + 0.1 = 0.35</p>"), page);
    assertTrue(page.contains("relu&#39;(0.35)"), page);
    assertTrue(page.contains("<main>\n<h1>Step 1: 1 row through 2 layers</h1>\n"), page);
    assertTrue(page.contains("</h1>\n<p>Is 1 &lt; 2?</p>\n"), page);
    assertTrue(page.endsWith("</main>\n</body>\n</html>\n"), page);
    assertEquals(count(page, "<section>"), count(page, "</section>"));
    assertEquals(count(page, "<p"), count(page, "</p>"));
  }

  @Test
  void nothingCannotBeShown() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Shown(0, 1, 1));
    assertEquals("At least 1 unit, term and row must be shown, got 0, 1 and 1.", e.getMessage());
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length;
  }
}
