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
    assertEquals("", Sketch.step().text(Shown.SHORT));
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
    String page = Sketch.step().html(Shown.SHORT);
    assertTrue(page.startsWith("<!DOCTYPE html>\n"), page);
    assertTrue(page.contains("color-scheme: light dark"), page);
    assertFalse(page.contains("http") || page.contains("src=") || page.contains("<script"), page);
    assertTrue(page.contains("<h2>Assign the blame</h2>"), page);
    assertTrue(
        page.contains("<p class=\"equation\">z[1] = 2 * 0.5 + 3 * -0.25 + 0.1 = 0.35</p>"), page);
    assertTrue(page.contains("relu&#39;(0.35)"), page);
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
