package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import nn.demo.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HousePriceCommandTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 42, 2026})
  void everySeedFindsTwoHundredDollarsASquareFoot(int seed) {
    JsonNode found = Ran.nn("house-price", "--json", "--seed", seed).done().json();
    assertEquals(200, found.get("dollarsPerSquareFoot").asDouble(), 0.5);
    assertEquals(400_000, found.get("predictionFor2000").asDouble(), 4_000);
    assertEquals(200, found.get("closedForm").asDouble(), 1e-6);
    // The noise of the twelve prices, worked out from the table: no line misses by less.
    assertEquals(9_643.65, found.get("rmse").asDouble(), 1);
    assertTrue(found.get("steps").asInt() > 0);
  }

  @Test
  void theStoryIsTheOneInTheResource() throws IOException {
    try (InputStream golden =
        HousePriceCommandTest.class.getResourceAsStream("/nn/demo/house-price-seed-1.txt")) {
      byte[] bytes = Objects.requireNonNull(golden).readAllBytes();
      String told = Ran.nn("house-price").done().text().replace(System.lineSeparator(), "\n");
      assertEquals(new String(bytes, StandardCharsets.UTF_8), told);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 77})
  void theStoryFitsWhateverTheGuess(int seed) {
    assertTrue(
        Ran.nn("house-price", "--seed", seed)
            .done()
            .text()
            .contains("Found from data: $200.00 per square foot."));
  }

  @Test
  void theStoryStandsAloneOnStandardOutput() {
    assertEquals("", Ran.nn("house-price").done().err());
  }

  @Test
  void aWatchedStoryHasBoldTitles() {
    assertTrue(Ran.watched("house-price").done().out().contains("\u001B[1m4. Repeat\u001B[0m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tanh", "glu", "leaky-relu(slope=0.2)", "prelu"})
  void anyActivationCanPlayTheLead(String activation) {
    JsonNode found = Ran.nn("house-price", "--activation", activation, "--json").done().json();
    assertEquals(200, found.get("dollarsPerSquareFoot").asDouble(), 30, activation);
    String told = Ran.nn("house-price", "--activation", activation).done().text();
    assertTrue(told.contains("Eight neurons with the activation " + activation), told);
  }

  @Test
  void anyLossAndOptimizerCanPlayToo() {
    JsonNode found =
        Ran.nn("house-price", "--loss", "huber", "--optimizer", "adam(learning-rate=0.1)", "--json")
            .done()
            .json();
    assertEquals(200, found.get("dollarsPerSquareFoot").asDouble(), 20);
  }

  @Test
  void anOptimizerThatExplodesIsTold() {
    Ran.nn("house-price", "--optimizer", "sgd(learning-rate=1000)")
        .failed("The loss exploded at step 12. Give --optimizer a smaller learning-rate.");
  }
}
