package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import nn.core.kernel.Arithmetic;
import nn.core.plugin.Plugins;
import nn.demo.Ran;
import nn.demo.story.HousePrice;
import nn.demo.story.Numerals;
import nn.demo.story.Town;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
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
    assertTrue(Ran.watched("house-price").done().out().contains(Ran.bold("4. Repeat")));
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

  @ParameterizedTest
  @ValueSource(
      strings = {"sgd(learning-rate=1.1)", "sgd(learning-rate=1.7)", "sgd(learning-rate=1.001)"})
  void aWalkThatClimbsIsToldWithinTheScreenAndNotCalledFound(String optimizer) {
    String told = Ran.nn("house-price", "--optimizer", optimizer).done().text();
    assertTrue(told.contains("Not found: "), told);
    assertTrue(told.contains("give --optimizer a smaller"), told);
    // A bar for each step of the table that is shown, none of them on a line of its own.
    assertEquals(
        9, told.lines().filter(line -> line.endsWith(" #") || line.endsWith("##")).count());
    assertEquals(0, told.lines().filter(line -> line.strip().matches("#+")).count(), told);
  }

  @Test
  void aWalkThatCreepsIsNotCalledFound() {
    String told = Ran.nn("house-price", "--optimizer", "adam").done().text();
    JsonNode found = Ran.nn("house-price", "--optimizer", "adam", "--json").done().json();
    double rate = found.get("dollarsPerSquareFoot").asDouble();
    // Sixty float steps, each rounded by at most 6e-8 of about 1, times 200 dollars.
    assertEquals(adamByHand(60), rate, 60 * 6e-8 * 200);
    String words = "Not found: %s per square foot.".formatted(Numerals.cents(rate));
    assertTrue(told.contains(words), told);
    double[] sizes = Town.sizes();
    double[] prices = Town.prices();
    double noise = 0;
    for (int i = 0; i < sizes.length; i++) {
      noise += StrictMath.pow(prices[i] - 200 * sizes[i], 2) / sizes.length;
    }
    String best = Numerals.dollars(Math.sqrt(noise));
    assertTrue(told.contains("The best line misses by " + best + "."), told);
    assertTrue(told.contains("larger learning-rate"), told);
  }

  /** In scaled numbers the slope of the loss is 2 (w - best) and the bias stays 0. */
  private static double adamByHand(int steps) {
    StandardDeviation deviation = new StandardDeviation(false);
    double dollars = deviation.evaluate(Town.prices()) / deviation.evaluate(Town.sizes());
    double w = start();
    double m = 0;
    double v = 0;
    for (int t = 1; t <= steps; t++) {
      double g = 2 * (w - 200 / dollars);
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double correctedSize = Math.sqrt(v / (1 - StrictMath.pow(0.999, t)));
      w -= 0.001 * m / (1 - StrictMath.pow(0.9, t)) / (correctedSize + 1e-8);
    }
    return w * dollars;
  }

  /** The guess, by chance. */
  private static double start() {
    try (Plugins plugins = Plugins.discover()) {
      return HousePrice.learn(plugins, Arithmetic.plain(), 1).moments().get(0).weight();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"prelu", "gelu", "sigmoid", "softplus", "leaky-relu(slope=0.123456789)"})
  void anActivationPlaysInTheChaptersThatHaveARoleForIt(String activation) {
    for (int chapter : new int[] {4, 5, 6, 10}) {
      List<String> lines =
          Ran.nn("house-price", chapter, "--activation", activation).done().text().lines().toList();
      assertTrue(lines.size() <= 80, activation + " in " + chapter);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"softmax", "glu", "maxout(pieces=2)"})
  void aSingleNeuronHasNoRoleForAWholeLayer(String activation) {
    Ran.nn("house-price", 4, "--activation", activation)
        .failed(
            activation
                + " takes a whole layer at once, but chapter 4 shows a single neuron. Give"
                + " --activation one of a single number, such as gelu.");
  }

  @Test
  void aRoleThatAChapterDoesNotHaveIsTold() {
    Ran.nn("house-price", 9, "--optimizer", "adam")
        .wrongUsage(
            "No chapter has a role for --loss and --optimizer. They play in nn house-price without"
                + " a chapter.");
    Ran.nn("house-price", 7, "--activation", "gelu")
        .wrongUsage(
            "Chapter 7 has no role for --activation. It plays in nn house-price without a chapter"
                + " and in the chapters 4, 5, 6, 10.");
  }

  @Test
  void aMistypedNameIsToldBeforeTheChapterIs() {
    Ran ran = Ran.nn("house-price", 5, "--activation", "rellu");
    assertEquals("", ran.out());
    assertEquals(2, ran.code());
  }
}
