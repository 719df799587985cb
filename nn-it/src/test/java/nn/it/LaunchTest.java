package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However it is started, on whatever JDK, it is the same program. */
@TestInstance(Lifecycle.PER_CLASS)
class LaunchTest {
  private final Program program = Program.packaged();
  private String prices = "";
  private List<String> plugins = List.of();

  @BeforeAll
  void asMostPeopleStartIt() throws Exception {
    prices = program.command("house-price", "--json").run().expect(0).out();
    plugins = names(program.command("plugins", "--json").run().json());
  }

  static Stream<Arguments> everyWay() {
    return Jdk.all().stream()
        .flatMap(jdk -> Stream.of(Launch.values()).map(launch -> arguments(jdk, launch)));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void theSamePriceOfASquareFootIsFound(Jdk jdk, Launch launch) throws Exception {
    Result result = program.command(launch, jdk, List.of(), "house-price", "--json").run();
    double found = result.json().get("dollarsPerSquareFoot").asDouble();
    assertTrue(found >= 199.5 && found <= 200.5, result.out());
    assertEquals(prices, result.out());
    assertEquals("", result.err());
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void theSamePluginsAreThere(Jdk jdk, Launch launch) throws Exception {
    JsonNode found = program.command(launch, jdk, List.of(), "plugins", "--json").run().json();
    assertEquals(plugins, names(found));
    assertTrue(plugins.contains("activation relu") && plugins.contains("optimizer adam"));
    assertTrue(found.get("problems").isEmpty(), found.get("problems").toString());
  }

  private static List<String> names(JsonNode listing) {
    return listing
        .get("plugins")
        .valueStream()
        .map(plugin -> plugin.get("kind").asText() + " " + plugin.get("name").asText())
        .toList();
  }
}
