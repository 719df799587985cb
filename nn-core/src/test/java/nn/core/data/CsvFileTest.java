package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "  "})
  void inASingleColumnABlankLineIsARow(String blank) {
    Table table = read("\n\nx\n0.1\n" + blank + "\n0.3\n");
    assertEquals(List.of("0.1", "", "0.3"), table.column("x"));
    assertEquals("line 5", table.place(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\n\n\n", "\r\n\r\n"})
  void emptyLinesAtTheEndAreNoRows(String end) {
    assertEquals(List.of("0.1", "0.3"), read("x\n0.1\n0.3" + end).column("x"));
    assertEquals(List.of("0.1", ""), read("x\n0.1\n\"\"" + end).column("x"));
  }

  @Test
  void aRowWhoseFirstCellIsEmptyIsARow() {
    Table table = read("a,b\n,2\n  ,3\n4,5\n");
    assertEquals(List.of("", "", "4"), table.column("a"));
    assertEquals(List.of("2", "3", "5"), table.column("b"));
  }

  @Test
  void blankLinesAboveTheHeaderDoNotHideTheSeparator() {
    assertEquals(List.of("a", "b"), read("\n  \na;b\n1;2\n").columns());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aLineBreakInANameDoesNotHideTheSeparator(String end) {
    Table table = read("\"size, in" + end + "\"\"m2\"\"\";price" + end + "1;2" + end);
    assertEquals(List.of("size, in" + end + "\"m2\"", "price"), table.columns());
    assertEquals("2", table.cell(0, "price"));
  }

  @Test
  void aLoneQuoteInANameDoesNotHideTheSeparator() {
    assertEquals(List.of("5\" pipe", "price"), read("5\" pipe;price\n1;2\n").columns());
  }

  @Test
  void aLoneQuoteInsideACellIsNoOpenQuote() {
    assertEquals("5\" pipe", read("name,x\n5\" pipe,1\nrod,2\n").cell(0, "name"));
  }

  @Test
  void aLastCellOfSeveralLinesIsNoOpenQuote() {
    assertEquals("two\nlines", read("x,note\n1,\"two\nlines\"\n").cell(0, "note"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n"})
  void aQuoteThatIsOpenInTheLastLineIsNamed(String end) {
    assertComplaint(
        "Line 3 of houses.csv opens a quote that is never closed; close it.",
        () -> read("a,b\n1,2\n3,\"4" + end));
  }

  @Test
  void aQuoteThatSwallowsCellsIsNamedRatherThanTheirNumber() {
    assertComplaint(
        "Line 3 of houses.csv opens a quote that is never closed; close it.",
        () -> read("a,b\n1,2\n\"3,4\n5,6\n"));
  }

  @Test
  void tablesMayBeWide() {
    String names =
        IntStream.range(0, 40_000).mapToObj(i -> "g" + i).collect(Collectors.joining(","));
    assertEquals("g39999", read(names + "\n" + names + "\n").cell(0, "g39999"));
  }

  @Test
  void cellsMayBeLong() {
    String cell = "x".repeat(1 << 25);
    assertEquals(cell, read("a,b\n1,\"" + cell + "\"\n").cell(0, "b"));
  }

  private Table read(String text) {
    Path file = folder.resolve("houses.csv");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Table.read(file);
  }
}
