package nn.demo.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nn.demo.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every chapter as it is told. Run with {@code -Dnn.story.write=1} to write the golden files anew;
 * then read them.
 */
class ChaptersTest {
  private static final int MOST_LINES = 80;

  static Stream<Arguments> chapters() {
    return Chapters.all().stream().map(c -> Arguments.of(c.number(), c.title()));
  }

  @Test
  void theChaptersAreNumberedFromOneToTwelve() {
    List<Chapter> all = Chapters.all();
    assertEquals(12, all.size());
    for (int i = 0; i < all.size(); i++) {
      assertEquals(i + 1, all.get(i).number());
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("chapters")
  void theChapterIsTheOneInTheResource(int number, String title) throws IOException {
    String told = told(number);
    String name = String.format(Locale.ROOT, "chapter-%02d.txt", number);
    if (System.getProperty("nn.story.write") != null) {
      Files.writeString(Path.of("src/test/resources/nn/demo/story", name), told);
    }
    try (InputStream golden = ChaptersTest.class.getResourceAsStream("/nn/demo/story/" + name)) {
      assertTrue(golden != null, "There is no golden file for chapter " + number + ", " + title);
      assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), told);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("chapters")
  void theChapterFitsTwoScreensAndEndsWithASentenceAndTheNextCommand(int number, String title) {
    List<String> lines = told(number).lines().toList();
    assertTrue(lines.size() <= MOST_LINES, lines.size() + " lines");
    assertEquals("Chapter " + number + " of 12: " + title, lines.get(0));
    String next = number < 12 ? "house-price " + (number + 1) : "train FILE.csv --target COLUMN";
    assertEquals("Next: ./nn " + next, Iterables.getLast(lines));
    assertEquals(1, lines.stream().filter(line -> line.startsWith("In one sentence: ")).count());
    int questions = lines.indexOf("Can you answer these now?");
    assertTrue(questions > 0 && lines.get(questions + 2).startsWith("  1. "), "questions");
    assertTrue(lines.stream().allMatch(ChaptersTest::isPlain), "letters of every terminal");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("chapters")
  void aReaderWhoWantsToPredictIsAsked(int number, String title) {
    List<String> asked =
        Ran.nn("house-price", number, "--predict")
            .done()
            .text()
            .lines()
            .filter(line -> line.startsWith("  ? "))
            .toList();
    assertFalse(asked.isEmpty(), title);
    assertEquals(0, told(number).lines().filter(line -> line.startsWith("  ? ")).count());
  }

  @Test
  void aChapterAsJsonIsItsLines() {
    JsonNode json = Ran.nn("house-price", 3, "--json").done().json();
    assertEquals(3, json.get("chapter").asInt());
    assertEquals("guess, measure, adjust, repeat", json.get("title").asText());
    assertEquals(told(3).lines().count(), json.get("lines").size());
  }

  @Test
  void theTitleOfAWatchedChapterIsBoldAndNobodyIsWaitedForWithoutAKeyboard() {
    String told = Ran.watched("house-price", 3, "--predict").done().out();
    String title = Ran.bold("Chapter 3 of 12: guess, measure, adjust, repeat");
    assertTrue(told.startsWith(title), told);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 13, 100})
  void aChapterThatIsNotThere(int number) {
    Ran.nn("house-price", number)
        .wrongUsage(
            "There is no chapter "
                + number
                + ". Name one from 1 to 12, or none for the story in short.");
  }

  @Test
  void aChapterThatIsNoNumber() {
    Ran.nn("house-price", "three")
        .wrongUsage(
            "Invalid value for positional parameter at index 0 (CHAPTER): 'three' is not a whole"
                + " number.");
  }

  private static String told(int number) {
    Ran ran = Ran.nn("house-price", number).done();
    assertEquals("", ran.err());
    return ran.text().replace(System.lineSeparator(), "\n");
  }

  private static boolean isPlain(String line) {
    return line.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
