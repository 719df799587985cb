package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "+2.5", ".5", "5.", "1e3", "1.5E-7", "-.5e+2", "007", "1e308", "-0"})
  void decimalNumbersAreNumbers(String cell) {
    assertEquals(Cells.Kind.NUMBER, Cells.kind(cell));
    Table table = Table.of("x", List.of(cell));
    assertEquals(Double.parseDouble(cell), table.cells("x").number(0), 0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "NA", "na", "N/A", "#N/A", "<NA>", "NaN", "nan", "null", "NULL", "None", "?"})
  void wordsForNothingAreMissing(String cell) {
    assertEquals(Cells.Kind.MISSING, Cells.kind(cell));
    assertEquals(Double.NaN, Table.of("x", List.of(cell)).cells("x").number(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "-inf", "+Infinity", "INF", "1e999", "-1e999"})
  void infinitiesAreNoNumbers(String cell) {
    assertEquals(Cells.Kind.INFINITE, Cells.kind(cell));
    assertEquals(Cells.Kind.INFINITE, Table.of("x", List.of(cell)).cells("x").kind(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,200", "$5", "5%", "5 %", "€1.200,5e0", "3,5", "1'000", "1 000", "-$2"})
  void numbersInDressAreRecognised(String cell) {
    assertEquals(Cells.Kind.DECORATED, Cells.kind(cell));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "red",
        "1d",
        "0x10",
        "1f",
        ".",
        "+",
        "-",
        "e5",
        "1e",
        "1e+",
        "1.2.3",
        "1-2",
        "12:30",
        "2020-01-05",
        "5 km",
        "٣",
        "%",
        "1e5x"
      })
  void anythingElseIsAWord(String cell) {
    assertEquals(Cells.Kind.WORD, Cells.kind(cell));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inf|is no finite number; correct it, or leave the cell empty.",
        "$1,200|is no plain number because of the \"$\" and the \",\"; write it like 1200.5.",
        "1 000 000|is no plain number because of the space; write it like 1200.5.",
        "big|is no number, the column is one of numbers; correct it, or leave the cell empty."
      })
  void whatIsNoNumberIsRefusedWithItsPlace(String cell, String rest) {
    Table table = Table.of("area", List.of("1", cell));
    assertComplaint(
        "Column \"area\", row 2 of the table: \"" + cell + "\" " + rest,
        () -> table.cells("area").number(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "B|C|row 3|is no number, the first of 2 such cells among 4 filled ones; correct such cells or leave them empty, or go.",
        "4|C|row 4|is no number, the only such cell among 4 filled ones; correct such cells or leave them empty, or go.",
        "555 0000|4|row 3|is no plain number because of the space, the only such cell among 4 filled ones; write numbers like 1200.5, or go.",
        "5 %|C|row 3|is no plain number because of the space and the \"%\", the first of 2 such cells among 4 filled ones; write numbers like 1200.5, or go.",
        "inf|C|row 3|is no finite number; correct it, or leave the cell empty."
      })
  void aColumnOfNumbersRefusesTheFirstCellThatIsNone(
      String third, String fourth, String place, String rest) {
    Table table = Table.of("area", List.of("1", "2", third, fourth, ""));
    String cell = place.equals("row 3") ? third : fourth;
    assertComplaint(
        "Column \"area\", " + place + " of the table: \"" + cell + "\" " + rest,
        () -> Column.of(table, "area", "go"));
  }

  @Test
  void aColumnMostlyOfWordsIsText() {
    Table table = Table.of("x", List.of("1", "two", "three", ""));
    assertEquals(
        new Column.Text("x", List.of("1", "two", "three", "")), Column.of(table, "x", "go"));
    assertEquals(new Column.Empty("x"), Column.of(Table.of("x", Double.NaN), "x", "go"));
  }
}
