package nn.demo.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

/** The README's example is this package's example, and it does what the README says. */
class ReadmeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @Test
  void theReadmeShowsTheExampleThatRuns() throws IOException {
    Path source = Path.of("src/test/java/nn/demo/example/HousePriceExample.java");
    String body = Files.readString(source);
    String shown =
        body.substring(body.indexOf("    Table houses"), body.indexOf("\n  }\n\n  private"));
    assertTrue(
        Files.readString(ROOT.resolve("README.md")).contains(shown.stripIndent()),
        "README.md must contain, unchanged:\n" + shown.stripIndent());
  }

  @Test
  void theExamplePrintsThePriceThatTheReadmeShows() throws IOException {
    String printed = run();
    assertTrue(
        Files.readString(ROOT.resolve("README.md")).contains(printed.strip()),
        "README.md must show: " + printed);
  }

  @Test
  void theExampleFindsTheBestLine() {
    SimpleRegression line = new SimpleRegression();
    double[][] houses = {
      {800, 165e3}, {1000, 205e3}, {1200, 235e3}, {1400, 280e3},
      {1600, 325e3}, {1800, 355e3}, {2000, 395e3}, {2200, 445e3}
    };
    line.addData(houses);
    double printed = Double.parseDouble(run().strip().replaceAll(".*\\$", ""));
    assertEquals(line.predict(2500), printed, 5);
  }

  private static String run() {
    PrintStream before = System.out;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      HousePriceExample.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }
}
