package nn.demo.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
    System.clearProperty("nn.terminal");
  }

  @Test
  void numbersLookTheSameInEveryCountry() {
    Locale.setDefault(Locale.GERMANY);
    terminal(false).line("%,.1f", 1234.5);
    terminal(false).note("%.2f", 0.5);
    assertEquals(List.of("1,234.5"), lines(out));
    assertEquals(List.of("0.50"), lines(err));
  }

  @Test
  void proseBreaksBetweenWordsAndIndentsWhatFollows() {
    terminal(false).prose("Start %s end", "123456789 ".repeat(15).strip());
    String seven = "123456789 ".repeat(7).strip();
    assertEquals(List.of("Start " + seven, "  " + seven, "  123456789 end"), lines(out));
  }

  @Test
  void aLineOfEightyColumnsIsNotBroken() {
    String eighty = "a".repeat(70) + " " + "b".repeat(9);
    terminal(false).prose("%s", eighty);
    terminal(false).prose("%s", eighty + "b");
    assertEquals(List.of(eighty, "a".repeat(70), "  " + "b".repeat(10)), lines(out));
  }

  @Test
  void spacesAtTheStartAndInsideOfProseStay() {
    terminal(false).prose("  a =  b");
    assertEquals(List.of("  a =  b"), lines(out));
  }

  @Test
  void aWordTooLongForTheColumnsStandsAlone() {
    String word = "x".repeat(100);
    terminal(false).prose("see %s here", word);
    assertEquals(List.of("see", "  " + word, "  here"), lines(out));
  }

  @Test
  void codesOfColourTakeNoColumn() {
    String word = "\u001B[1m" + "a".repeat(40) + "\u001B[0m";
    terminal(true).prose("%s %s", word, "b".repeat(39));
    assertEquals(1, lines(out).size());
  }

  @Test
  void boldIsForPeople() {
    assertEquals("x", terminal(false).bold("x"));
    if (Terminal.coloured(System.getenv())) {
      assertEquals("\u001B[1mx\u001B[0m", terminal(true).bold("x"));
    }
  }

  @Test
  void colourIsWantedUnlessSomebodySaysNo() {
    assertTrue(Terminal.coloured(Map.of("TERM", "xterm", "NO_COLOR", "")));
    assertTrue(Terminal.coloured(Map.of()));
    assertFalse(Terminal.coloured(Map.of("NO_COLOR", "1")));
    assertFalse(Terminal.coloured(Map.of("TERM", "dumb")));
    assertFalse(terminal(false).coloured());
  }

  @Test
  void foreignTextCannotActOnTheTerminal() {
    Terminal terminal = terminal(true);
    terminal.line("%s", "\u001B[2J");
    terminal.prose("%s", "\u001B[31mred\u0007");
    terminal.item("name", "\u202Eevil");
    terminal.note("no file %s\r\nhere", "a\rb");
    assertEquals(List.of("\\u001b[2J", "\\u001b[31mred\\u0007"), lines(out).subList(0, 2));
    assertTrue(lines(out).get(2).endsWith("  \\u202eevil"));
    assertEquals(List.of("no file a\\u000db", "here"), lines(err));
  }

  @Test
  void boldAndTheEndsOfLinesAreMeant() {
    String bold = "\u001B[1mx\u001B[0m";
    terminal(true).line("%s%n%s", bold, bold);
    assertEquals(List.of(bold, bold), lines(out));
  }

  @Test
  void aWideCharacterTakesTwoColumns() {
    terminal(false).prose("%s %s", "\u82F9".repeat(25), "b".repeat(29));
    terminal(false).prose("%s %s", "\u82F9".repeat(25), "b".repeat(30));
    assertEquals(3, lines(out).size());
  }

  @Test
  void inANarrowWindowProseAndNotesBreakBetweenWords() {
    FakeScreen screen = new FakeScreen(20, 9, true);
    screen.terminal().prose("%s", "1234567 ".repeat(3).strip());
    screen.terminal().note("nn: %s", "123456789 ".repeat(2).strip());
    assertEquals(
        List.of("1234567 1234567", "  1234567", "nn: 123456789", "  123456789", ""), screen.seen());
  }

  @Test
  void aNoteForAProgramIsOneLineAndForAPersonFitsTheColumns() {
    String note = "123456789 ".repeat(9).strip();
    terminal(false).note("%s", note);
    assertEquals(List.of(note), lines(err));
    err.reset();
    terminal(true).note("%s", note);
    assertEquals(List.of(note.substring(0, 79), "  123456789"), lines(err));
  }

  @Test
  void theLauncherKnowsWhetherAPersonWatches() {
    System.setProperty("nn.terminal", "true");
    assertEquals(true, Terminal.of(stream(out), stream(err)).interactive());
    System.setProperty("nn.terminal", "false");
    assertFalse(Terminal.of(stream(out), stream(err)).interactive());
  }

  private Terminal terminal(boolean interactive) {
    return new Terminal(stream(out), stream(err), interactive);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
