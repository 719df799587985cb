package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step on a row of one's own, explained from a model that lies on the disk. */
class ExplainTest {
  @TempDir private static Path folder;

  private final Program program = Program.packaged();

  @BeforeAll
  static void train() throws Exception {
    Houses.write(folder.resolve("houses.csv"));
    String[] words = {
      "train", "houses.csv", "--target=price", "--layers=3 relu", "--epochs=2", "--save=price.nn"
    };
    Program.packaged().command(words).in(folder).run().expect(0);
  }

  /** What each JDK says, side by side. */
  private List<Result> explained(String... more) throws Exception {
    String[] words = Words.join(new String[] {"explain", "price.nn", "houses.csv"}, more);
    return Together.run(
        Jdk.all().stream()
            .map(jdk -> program.command(Launch.JAR, jdk, List.of(), words).in(folder))
            .toList());
  }

  @Test
  void everyJdkWritesOutTheSameArithmetic() throws Exception {
    List<Result> told = explained("--row=3");
    String words = told.get(0).out();
    assertTrue(words.startsWith("Row 3: the model says "), words);
    assertTrue(words.contains("ADJUST"), words);
    told.forEach(result -> assertEquals(new Result(0, words, ""), result));
  }

  @Test
  void jsonIsAloneOnStandardOutput() throws Exception {
    List<Result> told = explained("--row=3", "--json");
    // Two layers: the hidden one and the output.
    assertEquals(2, told.get(0).json().get("layers").size());
    for (Result result : told) {
      assertEquals(new Result(0, told.get(0).out(), ""), result);
      JsonNode whole =
          JsonMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build()
              .readTree(result.out());
      assertTrue(whole.isObject());
    }
  }

  @Test
  void aPageIsSavedInPlaceOfTheText() throws Exception {
    Command command =
        program.command("explain", "price.nn", "houses.csv", "--html", "row one.html").in(folder);
    Result expected = new Result(0, "", "Wrote row 1, explained, to row one.html.\n");
    assertEquals(expected, command.run());
    String page = Files.readString(folder.resolve("row one.html"));
    assertTrue(page.startsWith("<!DOCTYPE html>") && page.endsWith("</html>\n"), page);
  }
}
