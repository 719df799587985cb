package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
    plugins = Listing.of(program.command("plugins", "--json").run()).plugins();
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
    Command command = program.command(launch, jdk, List.of(), "plugins", "--json");
    assertEquals(new Listing(plugins, List.of()), Listing.of(command.run()));
    assertTrue(plugins.contains("activation relu") && plugins.contains("optimizer adam"));
  }
}
