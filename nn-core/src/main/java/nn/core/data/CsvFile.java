package nn.core.data;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Bytes;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One reading of a CSV file; see {@link Table#read}. */
final class CsvFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CharMatcher QUOTE = CharMatcher.is('"');

  /** The first line with which Excel names the separator. */
  private static final Pattern DECLARED = Pattern.compile("(?i)sep=([\\p{Punct}\t&&[^\"]])\\s*");

  private final String name;
  private final String text;

  private CsvFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  static Table read(Path file) {
    return new CsvFile(FileName.of(file), text(file)).table();
  }

  private static String text(Path file) {
    FileName.requireFile(file);
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      requireNoNul(file, text);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw notUtf8(file, e);
    } catch (IOException e) {
      throw FileName.unreadable(file, e);
    }
  }

  /** UTF-16 without a byte-order mark is valid UTF-8 as long as its characters are ASCII. */
  private static void requireNoNul(Path file, String text) {
    int at = text.indexOf('\0');
    if (at >= 0) {
      throw new DataException(
          "%s is not UTF-8 text: it has NUL bytes, the first on line %s, as UTF-16 has; save it as UTF-8.",
          FileName.of(file), 1 + CharMatcher.is('\n').countIn(text.substring(0, at)));
    }
  }

  private static DataException notUtf8(Path file, IOException cause) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
      int at = in.position();
      return new DataException(
          cause,
          "%s is not UTF-8: byte 0x%s at position %s, on line %s; save it as UTF-8.",
          FileName.of(file),
          Integer.toHexString(Byte.toUnsignedInt(bytes[at])),
          at,
          1 + Bytes.asList(bytes).subList(0, at).stream().filter(one -> one == '\n').count());
    } catch (IOException e) {
      return FileName.unreadable(file, e);
    }
  }

  private Table table() {
    List<CsvRecord> records = records();
    if (records.isEmpty()) {
      throw new DataException(
          "%s is empty; it needs a first line with the names of the columns, then rows.", name);
    }
    if (records.size() == 1) {
      throw new DataException(
          "%s has a header but no rows; add at least one line below the names.", name);
    }
    requireClosedQuotes(records.get(records.size() - 1));
    List<CsvRecord> rows = records.subList(1, records.size());
    List<String> header = header(records.get(0));
    rows.forEach(row -> requireWidth(row, header.size()));
    int[] lines = rows.stream().mapToInt(row -> (int) row.getStartingLineNumber()).toArray();
    return new Table(name, columns(header, rows), lines);
  }

  private List<CsvRecord> records() {
    try (Stream<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator())
            .allowExtraFields(true)
            .allowMissingFields(true)
            .trimWhitespacesAroundQuotes(true)
            .ofCsvRecord(text)
            .stream()) {
      return records
          .filter(row -> !isBlank(row))
          .skip(declared().isPresent() ? 1 : 0)
          .collect(ImmutableList.toImmutableList());
    } catch (CsvParseException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new DataException(
          e,
          "%s is no well-formed CSV (%s: %s); a quote inside a quoted cell is written twice.",
          name,
          e.getMessage(),
          reason.getMessage());
    }
  }

  /** A line of white space: in a file of several columns it is no row. */
  private static boolean isBlank(CsvRecord row) {
    return row.getFieldCount() == 1 && row.getField(0).isBlank();
  }

  /** The one that is declared; else the one in the header. */
  private char separator() {
    return declared().orElseGet(this::separatorOfHeader);
  }

  private Optional<Character> declared() {
    Matcher line = DECLARED.matcher(firstLine());
    return line.matches() ? Optional.of(line.group(1).charAt(0)) : Optional.empty();
  }

  /** A comma if the header has one outside quotes, else a semicolon, else a tab, else a comma. */
  private char separatorOfHeader() {
    String bare = firstLine().replaceAll("\"[^\"]*\"", "");
    return Stream.of(',', ';', '\t').filter(c -> bare.indexOf(c) >= 0).findFirst().orElse(',');
  }

  private String firstLine() {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private ImmutableList<String> header(CsvRecord first) {
    ImmutableList<String> names =
        first.getFields().stream().map(String::strip).collect(ImmutableList.toImmutableList());
    for (int i = 0; i < names.size(); i++) {
      requireName(names, i);
    }
    return names;
  }

  private void requireName(List<String> names, int at) {
    String column = names.get(at);
    if (column.isEmpty()) {
      throw new DataException(
          "Column %s of %s has no name; write one into the header.", at + 1, name);
    }
    int before = names.indexOf(column);
    if (before < at) {
      throw new DataException(
          "Columns %s and %s of %s are both called \"%s\"; rename one of them in the header.",
          before + 1, at + 1, name, column);
    }
  }

  private void requireWidth(CsvRecord row, int width) {
    if (row.getFieldCount() != width) {
      throw new DataException(
          "Line %s of %s has %s cells where the header has %s; complete it, or put quotes around a cell that holds a separator.",
          row.getStartingLineNumber(), name, row.getFieldCount(), width);
    }
  }

  /** An open quote swallows the rest of the file, which would otherwise pass as one long cell. */
  private void requireClosedQuotes(CsvRecord last) {
    boolean swallows = last.getField(last.getFieldCount() - 1).indexOf('\n') >= 0;
    if (swallows && QUOTE.countIn(text) % 2 == 1) {
      throw new DataException(
          "Line %s of %s opens a quote that is never closed; close it.",
          last.getStartingLineNumber(), name);
    }
  }

  private static ImmutableMap<String, ImmutableList<String>> columns(
      List<String> header, List<CsvRecord> rows) {
    ImmutableMap.Builder<String, ImmutableList<String>> columns = ImmutableMap.builder();
    for (int i = 0; i < header.size(); i++) {
      int at = i;
      columns.put(
          header.get(i),
          rows.stream()
              .map(row -> row.getField(at).strip())
              .collect(ImmutableList.toImmutableList()));
    }
    return columns.build();
  }
}
