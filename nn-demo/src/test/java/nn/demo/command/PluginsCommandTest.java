package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nn.api.Activation;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Plugin;
import nn.core.plugin.Plugins;
import nn.demo.Ran;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginsCommandTest {
  private static final Plugins PLUGINS = Plugins.discover();

  @Test
  void everyPluginIsListedUnderItsKind() {
    List<String> lines = Ran.nn("plugins").done().text().lines().toList();
    for (String title : List.of("Activations", "Losses", "Optimizers", "Schedules")) {
      assertTrue(lines.stream().anyMatch(l -> l.matches(title + " \\(\\d+\\)")), title);
    }
    for (String name : List.of("gelu", "cross-entropy", "adam", "constant", "he-normal")) {
      assertTrue(lines.stream().anyMatch(line -> line.startsWith("  " + name + " ")), name);
    }
  }

  @Test
  void theJsonListHoldsEveryPluginWithItsParameters() {
    JsonNode json = Ran.nn("plugins", "--json").done().json();
    assertEquals(0, json.get("problems").size());
    List<JsonNode> plugins =
        Stream.of(json.get("plugins")).flatMap(PluginsCommandTest::each).toList();
    for (Class<? extends Plugin> kind : List.of(Activation.class, Loss.class, Optimizer.class)) {
      PLUGINS
          .all(kind)
          .forEach(
              info ->
                  assertTrue(
                      plugins.stream().anyMatch(p -> p.get("name").asText().equals(info.name())),
                      info.name()));
    }
    JsonNode leaky =
        plugins.stream()
            .filter(p -> p.get("name").asText().equals("leaky-relu"))
            .findFirst()
            .orElseThrow();
    assertEquals("activation", leaky.get("kind").asText());
    assertEquals("nn.activations.LeakyRelu", leaky.get("class").asText());
    JsonNode slope = leaky.get("parameters").get(0);
    assertEquals("slope", slope.get("name").asText());
    assertEquals("double", slope.get("type").asText());
    assertEquals(0.01, slope.get("default").asDouble());
    assertEquals(0, slope.get("min").asDouble());
    assertEquals(1, slope.get("max").asDouble());
    assertFalse(leaky.get("origin").asText().isEmpty());
  }

  static Stream<String> names() {
    return Stream.of(Activation.class, Loss.class, Optimizer.class)
        .flatMap(kind -> PLUGINS.all(kind).stream())
        .map(info -> info.kindName() + "/" + info.name());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPluginCanBeShown(String full) {
    String name = full.substring(full.indexOf('/') + 1);
    Ran ran = Ran.nn("plugins", full).done();
    assertTrue(ran.text().startsWith(name + ", "), ran.out());
    assertTrue(ran.out().contains("Formula: "), ran.out());
    assertEquals(name, Ran.nn("plugins", full, "--json").done().json().get("name").asText());
  }

  @Test
  void parametersAreShownWithTheirBounds() {
    Ran ran = Ran.nn("plugins", "optimizer/adam").done();
    assertTrue(ran.text().contains("  learning-rate = 0.001 (1e-12 to 1000)"), ran.out());
    Ran loss = Ran.nn("plugins", "cross-entropy(targets=one-hot)").done();
    assertTrue(loss.text().contains("  targets = one-hot (index, one-hot)"), loss.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu", "prelu", "mse", "sigmoid"})
  void curvesArePlotted(String name) {
    String text = Ran.nn("plugins", name).done().text();
    assertTrue(text.lines().filter(line -> line.contains("*")).count() > 3, text);
  }

  @ParameterizedTest
  @CsvSource({
    "binary-cross-entropy, 0.01, 0.99",
    "gamma, 0.1, 4",
    "msle, 0.1, 4",
    "mape, -1, 3",
    "hinge, -1, 3"
  })
  void aLossIsPlottedWhereItsPredictionsMakeSense(String name, String from, String to) {
    String text = Ran.nn("plugins", name).done().text();
    assertTrue(
        text.contains("  loss for predictions from %s to %s, target 1".formatted(from, to)), text);
    assertTrue(text.lines().filter(line -> line.contains("*")).count() > 5, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multi-step", "cyclic", "cosine-restarts"})
  void aScheduleIsPlottedUntilItHasDoneAllItDoes(String name) {
    String text = Ran.nn("plugins", "schedule/" + name).done().text();
    assertTrue(text.contains("  factor on the rate over 4000 steps"), text);
    assertTrue(text.lines().filter(line -> line.contains("*")).count() > 2, text);
  }

  @Test
  void anActivationIsPlottedBeyondItsKinks() {
    String text = Ran.nn("plugins", "relu6").done().text();
    assertTrue(text.lines().anyMatch(line -> line.matches(" +6\\S* \\|.*\\*{5,}")), text);
  }

  @ParameterizedTest
  @CsvSource({
    "relu, 0, 0.7, 3, 0, 1, 1",
    "leaky-relu(slope=0.2), -1, 0.7, 3, 0.2, 1, 1",
    "prelu, -1.25, 0.7, 3, 0.25, 1, 1",
    "identity, -5, 0.7, 3, 1, 1, 1"
  })
  void valuesAndDerivativesComeExactly(
      String text, double y1, double y2, double y3, double d1, double d2, double d3) {
    JsonNode json = Ran.nn("plugins", text, "--at", "-5,0.7,3", "--json").done().json();
    assertEquals(List.of(-5.0, 0.7, 3.0), numbers(json.get("at")));
    assertEquals(List.of(y1, y2, y3), numbers(json.get("values")));
    assertEquals(List.of(d1, d2, d3), numbers(json.get("derivatives")));
  }

  @Test
  void geluIsTheShareOfTheBellCurve() {
    NormalDistribution normal = new NormalDistribution();
    JsonNode json = Ran.nn("plugins", "gelu", "--at", "-5,0.7,3", "--json").done().json();
    for (int i = 0; i < 3; i++) {
      double x = json.get("at").get(i).asDouble();
      double share = normal.cumulativeProbability(x);
      assertEquals(x * share, json.get("values").get(i).asDouble(), 1e-12);
      assertEquals(share + x * normal.density(x), json.get("derivatives").get(i).asDouble(), 1e-12);
    }
  }

  @Test
  void aRowFormTakesTheInputsAsOneRow() {
    JsonNode json = Ran.nn("plugins", "softmax", "--at", "0,0,0,0", "--json").done().json();
    assertEquals(List.of(0.25, 0.25, 0.25, 0.25), numbers(json.get("values")));
    assertTrue(json.get("derivatives").isNull());
    String text = Ran.nn("plugins", "softmax", "--at", "0,0,0,0").done().out();
    assertTrue(text.contains("0.25"), text);
  }

  @Test
  void limitsCanBeAskedFor() {
    Ran ran = Ran.nn("plugins", "relu", "--at", "-Infinity,NaN,Infinity").done();
    List<List<String>> rows =
        ran.out().lines().skip(1).map(row -> List.of(row.strip().split(" +"))).toList();
    assertEquals(
        List.of(
            List.of("-Infinity", "0", "0"),
            List.of("NaN", "NaN", "NaN"),
            List.of("Infinity", "Infinity", "1")),
        rows);
  }

  @Test
  void aFormThatGivesFewerNumbersThanItTakesShowsThem() {
    Ran ran = Ran.nn("plugins", "maxout", "--at", "1,2,3,-4").done();
    List<String> rows = ran.out().lines().skip(1).map(String::strip).toList();
    assertEquals(List.of("1                2", "2                3", "3", "-4"), rows);
  }

  @Test
  void valuesStandInATable() {
    List<String> lines =
        Ran.nn("plugins", "relu", "--at", "-5,0.7,3")
            .done()
            .text()
            .lines()
            .map(String::strip)
            .toList();
    assertEquals(List.of("x", "relu", "slope"), words(lines.get(0)));
    assertEquals(List.of("-5", "0", "0"), words(lines.get(1)));
    assertEquals(List.of("0.7", "0.7", "1"), words(lines.get(2)));
    assertEquals(List.of("3", "3", "1"), words(lines.get(3)));
  }

  @Test
  void whatWasAskedComesBackAsItWasInALineThatFits() {
    List<String> lines =
        Ran.nn("plugins", "relu", "--at", "1e30,-1e-30,123456.789").done().text().lines().toList();
    assertEquals(List.of("1e30", "1.000000e+30", "1"), words(lines.get(1).strip()));
    assertEquals("-1e-30", words(lines.get(2).strip()).get(0));
    assertEquals("123456.789", words(lines.get(3).strip()).get(0));
    assertEquals(1, lines.stream().map(String::length).distinct().count());
  }

  @Test
  void whatHasNoValuesSaysSo() {
    Ran.nn("plugins", "mse", "--at", "1")
        .wrongUsage(
            "--at shows elementwise and row activations; mse is another form or kind of plugin.");
    Ran.nn("plugins", "--at", "1")
        .wrongUsage("--at needs an activation: nn plugins NAME --at -5,0.7,3");
    Ran.nn("plugins", "relu", "--at", "1,two")
        .wrongUsage("Invalid value for option '--at' (X,...): 'two' is not a number.");
  }

  @Test
  void anUnknownNameComesWithTheNearest() {
    Ran ran = Ran.nn("plugins", "rellu");
    ran.wrongUsage(
        "No plugin is called 'rellu'. Did you mean reglu or relu? (nn plugins lists all "
            + Ran.nn("plugins", "--json").json().get("plugins").size()
            + ".)");
  }

  @Test
  void aMissingFolderOfPluginsIsTold() {
    Ran ran = Ran.nn("plugins", "--plugins", "no-such-folder").done();
    assertTrue(
        ran.err().contains("nn: The plugin folder no-such-folder does not exist."), ran.err());
    JsonNode problems =
        Ran.nn("plugins", "--plugins", "no-such-folder", "--json").done().json().get("problems");
    assertEquals(1, problems.size());
    assertEquals("no-such-folder", problems.get(0).get("subject").asText());
    assertFalse(problems.get(0).get("remedy").asText().isEmpty());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static List<Double> numbers(JsonNode array) {
    return each(array).map(JsonNode::asDouble).toList();
  }

  private static List<String> words(String line) {
    return List.of(line.split(" +"));
  }
}
