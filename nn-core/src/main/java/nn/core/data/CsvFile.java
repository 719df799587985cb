package nn.core.data;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterators;
import com.google.common.primitives.Bytes;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One reading of a CSV file; see {@link Table#read}. */
final class CsvFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CharMatcher QUOTE = CharMatcher.is('"');
  private static final CharMatcher LINE_END = CharMatcher.anyOf("\r\n");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern QUOTED_OR_LINE_END = Pattern.compile(QUOTED + "|[\r\n]");

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
      return withoutEmptyEnd(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw notUtf8(file, e);
    } catch (IOException e) {
      throw FileName.unreadable(file, e);
    }
  }

  /** The text up to its last line: in a file of one column, empty lines are rows. */
  private static String withoutEmptyEnd(String text) {
    int last = LINE_END.negate().lastIndexIn(text);
    return text.substring(0, Math.min(text.length(), last + 2));
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
    try (Stream<CsvRecord> records = reader().stream()) {
      return table(
          records
              .dropWhile(CsvFile::isBlank)
              .skip(declared().isPresent() ? 1 : 0)
              .dropWhile(CsvFile::isBlank)
              .iterator());
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

  /** Without FastCSV's limits of size, so that what it refuses are quotes. */
  private CsvReader<CsvRecord> reader() {
    return CsvReader.builder()
        .fieldSeparator(separator())
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .trimWhitespacesAroundQuotes(true)
        .maxBufferSize(Integer.MAX_VALUE)
        .build(
            CsvRecordHandler.of(
                limits ->
                    limits
                        .maxFields(Integer.MAX_VALUE)
                        .maxFieldSize(Integer.MAX_VALUE)
                        .maxRecordSize(Integer.MAX_VALUE)),
            new StringReader(text));
  }

  private Table table(Iterator<CsvRecord> records) {
    if (!records.hasNext()) {
      throw new DataException(
          "%s is empty; it needs a first line with the names of the columns, then rows.", name);
    }
    ImmutableList<String> header = header(records.next());
    return table(header, Iterators.filter(records, row -> header.size() == 1 || !isBlank(row)));
  }

  private Table table(List<String> header, Iterator<CsvRecord> rows) {
    if (!rows.hasNext()) {
      throw new DataException(
          "%s has a header but no rows; add at least one line below the names.", name);
    }
    List<ImmutableList.Builder<String>> cells =
        Stream.generate(ImmutableList::<String>builder).limit(header.size()).toList();
    IntStream.Builder lines = IntStream.builder();
    while (rows.hasNext()) {
      CsvRecord row = rows.next();
      requireWhole(row, header.size(), !rows.hasNext());
      lines.add((int) row.getStartingLineNumber());
      add(row, cells);
    }
    return new Table(name, columns(header, cells), lines.build().toArray());
  }

  private static void add(CsvRecord row, List<ImmutableList.Builder<String>> cells) {
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).add(row.getField(i).strip());
    }
  }

  private static ImmutableMap<String, ImmutableList<String>> columns(
      List<String> header, List<ImmutableList.Builder<String>> cells) {
    ImmutableMap.Builder<String, ImmutableList<String>> columns = ImmutableMap.builder();
    for (int i = 0; i < header.size(); i++) {
      columns.put(header.get(i), cells.get(i).build());
    }
    return columns.build();
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
    String bare = QUOTED.matcher(headerText()).replaceAll("");
    return Stream.of(',', ';', '\t').filter(c -> bare.indexOf(c) >= 0).findFirst().orElse(',');
  }

  /** Up to the first end of a line outside quotes. */
  private String headerText() {
    String start = text.stripLeading();
    return QUOTED_OR_LINE_END
        .matcher(start)
        .results()
        .filter(part -> !part.group().startsWith("\""))
        .findFirst()
        .map(end -> start.substring(0, end.start()))
        .orElse(start);
  }

  private String firstLine() {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private ImmutableList<String> header(CsvRecord first) {
    ImmutableList<String> names =
        first.getFields().stream().map(String::strip).collect(ImmutableList.toImmutableList());
    Map<String, Integer> places = new HashMap<>();
    for (String column : names) {
      requireName(column, places);
    }
    return names;
  }

  private void requireName(String column, Map<String, Integer> places) {
    int place = places.size() + 1;
    if (column.isEmpty()) {
      throw new DataException(
          "Column %s of %s has no name; write one into the header.", place, name);
    }
    Integer before = places.putIfAbsent(column, place);
    if (before != null) {
      throw new DataException(
          "Columns %s and %s of %s are both called \"%s\"; rename one of them in the header.",
          before, place, name, column);
    }
  }

  /** An open quote swallows the rest of the file, which would otherwise pass as one long cell. */
  private void requireWhole(CsvRecord row, int width, boolean last) {
    if (last && endsInsideQuotes(row)) {
      throw new DataException(
          "Line %s of %s opens a quote that is never closed; close it.",
          row.getStartingLineNumber(), name);
    }
    if (row.getFieldCount() != width) {
      throw new DataException(
          "Line %s of %s has %s cells where the header has %s; complete it, or put quotes around a cell that holds a separator.",
          row.getStartingLineNumber(), name, row.getFieldCount(), width);
    }
  }

  private boolean endsInsideQuotes(CsvRecord last) {
    return LINE_END.matchesAnyOf(last.getField(last.getFieldCount() - 1))
        && QUOTE.countIn(text) % 2 == 1;
  }
}
