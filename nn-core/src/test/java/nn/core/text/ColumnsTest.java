package nn.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
  private static final String SMILE = "\uD83D\uDE00";

  @ParameterizedTest
  @CsvSource({
    "pear, 4",
    "\u82F9\u679C, 4",
    "\u3042\u30AB, 4",
    "\uAC00, 2",
    "\uFF21, 2",
    "\uFF76, 1",
    "\uD83D\uDE00, 2",
    "e\u0301, 1",
    "\uD83C\uDDE9\uD83C\uDDEA, 2",
    "\u05D0\u05D1, 2"
  })
  void wideCharactersTakeTwoColumnsAndMarksNone(String text, int columns) {
    assertEquals(columns, Columns.of(text));
  }

  @Test
  void whatFitsIsMadeOfWholeCharacters() {
    assertEquals("x" + SMILE, Columns.first("x" + SMILE + SMILE, 4));
    assertEquals(SMILE + "x", Columns.last(SMILE + SMILE + "x", 4));
    assertEquals("e\u0301", Columns.first("e\u0301e\u0301", 1));
    assertEquals("short", Columns.first("short", 9));
    assertEquals("", Columns.last("", 3));
  }
}
