package nn.core.data;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static nn.core.data.Complaint.assertComplaint;
import static nn.core.data.Complaint.assertComplaintMatches;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  @TempDir Path folder;

  @Test
  void readsNamesAndTrimmedCells() {
    Table table = read("area, price\n 1000 ,200000\n1500,\t300000 \n");
    assertEquals(List.of("area", "price"), table.columns());
    assertEquals(2, table.count());
    assertEquals(List.of("1000", "1500"), table.column("area"));
    assertEquals("300000", table.cell(1, "price"));
    assertEquals("houses.csv", table.name());
    assertArrayEquals(new int[] {0, 1}, table.rows());
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() {
    assertEquals(List.of("a", "b"), read("\uFEFF\"a\",b\n1,2\n").columns());
  }

  @Test
  void quotedCellsHoldSeparatorsQuotesAndLineBreaks() {
    Table table = read("name,x\n\"Oak, \"\"Old\"\"\nTown\" , \"2\" \n");
    assertEquals("Oak, \"Old\"\nTown", table.cell(0, "name"));
    assertEquals("2", table.cell(0, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theSeparatorIsFoundInTheHeader(String separator) {
    Table table = read("a|\"b;,\tc\"\n1|2\n".replace("|", separator));
    assertEquals(List.of("a", "b;,\tc"), table.columns());
    assertEquals("2", table.cell(0, "b;,\tc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\uFEFFsep=;\na;b,c\n1;2\n", "sep=|\r\n\r\na|b,c\r\n1|2", "SEP=\t\na\tb,c\n1\t2"})
  void theFirstLineMayNameTheSeparator(String text) {
    Table table = read(text);
    assertEquals(List.of("a", "b,c"), table.columns());
    assertEquals(List.of("2"), table.column("b,c"));
  }

  @Test
  void belowALineThatNamesTheSeparatorTheLinesAreThoseOfTheFile() {
    assertEquals("line 3", read("sep=,\na,b\n1,2\n").place(0));
    assertEquals(List.of("sep=a"), read("sep=a\n1\n").columns());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndServes(String end) {
    Table table = read(String.join(end, "a,b", "1,2", "", "  ", "3,4"));
    assertEquals(List.of("1", "3"), table.column("a"));
    assertEquals("line 5", table.place(1));
  }

  @Test
  void aSingleColumnNeedsNoSeparator() {
    assertEquals(List.of("1", "2"), read("a\n1\n2\n").column("a"));
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.csv");
    assertComplaint(
        "There is no file %s; check the path, which is taken from %s."
            .formatted(file, Path.of("").toAbsolutePath()),
        () -> Table.read(file));
  }

  @Test
  void anEmptyNameIsNoFile() {
    assertComplaint(
        "The name of a file is empty (\"\"); write the path of a file there.",
        () -> Table.read(Path.of("")));
  }

  @Test
  void aDirectoryIsNoFile() {
    assertComplaint(folder + " is a directory; name a file in it.", () -> Table.read(folder));
  }

  /** A file with a hole takes no room on the disk. */
  @Test
  void aFileLargerThanAnArrayIsRefusedUnread() throws IOException {
    Path file = folder.resolve("large.csv");
    try (FileChannel out = FileChannel.open(file, CREATE, WRITE, SPARSE)) {
      out.write(ByteBuffer.wrap(new byte[] {'\n'}), Integer.MAX_VALUE);
    }
    assertComplaint(
        file
            + " has 2147483648 bytes, more than the 2147483639 that can be read; leave rows out,"
            + " or split it.",
        () -> Table.read(file));
  }

  @Test
  void theRootHasAName() {
    assertEquals("/", FileName.of(Path.of("/")));
  }

  @Test
  void anUnreadableFileSaysWhy() {
    assertEquals(
        "Cannot read a.csv (no luck); check that you may read it.",
        unreadable(new IOException("no luck")));
    assertEquals(
        "Cannot read a.csv (too many links); check that you may read it.",
        unreadable(new FileSystemException("a.csv", null, "too many links")));
    assertEquals(
        "Cannot read a.csv (FileSystemException); check that you may read it.",
        unreadable(new FileSystemException("a.csv")));
    assertEquals(
        "Cannot read a.csv: permission is denied; allow yourself to read it, or name another file.",
        unreadable(new AccessDeniedException("a.csv")));
  }

  private static String unreadable(IOException cause) {
    return String.valueOf(FileName.unreadable(Path.of("a.csv"), cause).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "  \n"})
  void anEmptyFileIsRefused(String text) {
    assertComplaint(
        "houses.csv is empty; it needs a first line with the names of the columns, then rows.",
        () -> read(text));
  }

  @Test
  void aHeaderAloneIsRefused() {
    assertComplaint(
        "houses.csv has a header but no rows; add at least one line below the names.",
        () -> read("a,b\n"));
  }

  @Test
  void otherEncodingsAreRefusedWithThePlace() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "a,b\n1,2\ncafé,3\n".getBytes(StandardCharsets.ISO_8859_1));
    assertComplaint(
        "latin.csv is not UTF-8: byte 0xe9 at position 11, on line 3; save it as UTF-8.",
        () -> Table.read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16WithoutAByteOrderMarkIsRefused(Charset charset) throws IOException {
    Path file = folder.resolve("utf16.csv");
    Files.write(file, "a,b\n1,2\n".getBytes(charset));
    assertComplaint(
        "utf16.csv is not UTF-8 text: it has NUL bytes, the first on line 1, as UTF-16 has; save it"
            + " as UTF-8.",
        () -> Table.read(file));
    assertComplaint(
        "houses.csv is not UTF-8 text: it has NUL bytes, the first on line 2, as UTF-16 has; save it"
            + " as UTF-8.",
        () -> read("a,b\n1,\0002\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "3,4,5"})
  void aRaggedRowIsNamedWithItsLine(String row) {
    assertComplaint(
        "Line 3 of houses.csv has %d cells where the header has 2; complete it, or put quotes around a cell that holds a separator."
            .formatted(row.split(",").length),
        () -> read("a,b\n1,2\n" + row + "\n5,6\n"));
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    assertComplaint(
        "Columns 1 and 3 of houses.csv are both called \"a\"; rename one of them in the header.",
        () -> read("a,b, a\n1,2,3\n"));
  }

  @Test
  void aColumnWithoutANameIsRefused() {
    assertComplaint(
        "Column 2 of houses.csv has no name; write one into the header.",
        () -> read("a, ,c\n1,2,3\n"));
  }

  @Test
  void anOpenQuoteIsNamedWithItsLine() {
    assertComplaint(
        "Line 3 of houses.csv opens a quote that is never closed; close it.",
        () -> read("a,b\n1,2\n3,\"4\n5,6\n"));
  }

  @Test
  void textAfterAQuoteIsRefused() {
    assertComplaint(
        "houses.csv is no well-formed CSV (Exception when reading record that started in line 2:"
            + " Unexpected character after closing quote: 'x' (0x78)); a quote inside a quoted cell is"
            + " written twice.",
        () -> read("a,b\n1,\"2\"x\n"));
  }

  @Test
  void aMissingColumnNamesTheNearestOne() {
    Table table = read("area,price\n1,2\n");
    assertComplaint(
        "There is no column \"pric\" in houses.csv; did you mean \"price\"? It has area, price.",
        () -> table.column("pric"));
    assertComplaint(
        "There is no column \"longitude\" in houses.csv; it has area, price.",
        () -> table.column("longitude"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1, 2.5", "1050, c, 219900", "1, c"})
  void aMissingColumnOfAFileWithoutNamesTellsSo(String first) {
    assertComplaint(
        "There is no column \"price\" in houses.csv; it has "
            + first
            + ". The first line must hold the names of the columns.",
        () -> read(first + "\n" + first + "\n").column("price"));
  }

  @Test
  void aYearAmongTheNamesIsNoReasonForThatHint() {
    assertComplaint(
        "There is no column \"price\" in houses.csv; it has place, size, 2020.",
        () -> read("place,size,2020\na,1,2\n").column("price"));
  }

  @Test
  void onlyTwentyColumnsAreListed() {
    String header = IntStream.range(0, 23).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 23).mapToObj(i -> "1").collect(Collectors.joining(","));
    Table table = read(header + "\n" + row + "\n");
    assertComplaintMatches(
        ".* it has c0, .*, c18, c19 and 3 more\\.", () -> table.column("target"));
  }

  @Test
  void tablesAreMadeInMemoryToo() {
    Table table =
        Table.of("area", 1000, 1500.5, Double.NaN).with("place", List.of(" a ", "b", "c"));
    assertEquals(List.of("area", "place"), table.columns());
    assertEquals(List.of("1000", "1500.5", "NaN"), table.column("area"));
    assertEquals("a", table.cell(0, "place"));
    assertEquals("row 3", table.place(2));
    assertEquals("the table", table.name());
    assertEquals(3, table.with("x", 1, 2, 3).columns().size());
  }

  @Test
  void columnsInMemoryMustFitTogether() {
    Table table = Table.of("area", 1, 2);
    assertComplaint(
        "Column \"x\" has 1 cells where the table has 2 rows; give it one cell for each row.",
        () -> table.with("x", 1));
    assertComplaint(
        "There is a column \"area\" already; give the new one another name.",
        () -> table.with("area", 1, 2));
    assertComplaint(
        "Column \"x\" has no cells; give it at least one.", () -> Table.of("x", new double[0]));
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
