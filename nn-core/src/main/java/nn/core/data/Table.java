package nn.core.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.core.text.Nearest;

/** An immutable table of text cells in named columns, from a CSV file or from memory. */
public final class Table {
  private static final int NAMES_IN_A_MESSAGE = 20;

  private final String name;
  private final ImmutableMap<String, ImmutableList<String>> columns;

  /** Line of the file on which each row starts; empty for a table from memory. */
  private final int[] lines;

  /** What {@link #cells} was asked for so far. */
  private final Map<String, Cells> cells = new ConcurrentHashMap<>();

  Table(String name, ImmutableMap<String, ImmutableList<String>> columns, int[] lines) {
    this.name = name;
    this.columns = columns;
    this.lines = lines;
  }

  /**
   * Reads a CSV file with a header: UTF-8 with or without a byte-order mark, quoted cells,
   * separated by commas, or by semicolons or tabs where the header has no comma, or by what a first
   * line like {@code sep=;} names. Cells are trimmed. Blank lines are no rows; below a single name
   * they are rows whose cell is missing, except for empty lines at the end.
   *
   * @throws DataException if there is no such file, or it is no such table; the message names the
   *     line
   */
  public static Table read(Path file) {
    return CsvFile.read(file);
  }

  /** A table of one column of numbers; a NaN is a missing cell. */
  public static Table of(String column, double... cells) {
    return of(column, texts(cells));
  }

  /** A table of one column of text. */
  public static Table of(String column, List<String> cells) {
    if (cells.isEmpty()) {
      throw new DataException("Column \"%s\" has no cells; give it at least one.", column);
    }
    return new Table("the table", ImmutableMap.of(column, trimmed(cells)), new int[0]);
  }

  /** This table with one more column of numbers; a NaN is a missing cell. */
  public Table with(String column, double... cells) {
    return with(column, texts(cells));
  }

  /**
   * This table with one more column of text.
   *
   * @throws DataException if the column is there already or has another number of cells
   */
  public Table with(String column, List<String> cells) {
    if (cells.size() != count()) {
      throw new DataException(
          "Column \"%s\" has %s cells where the table has %s rows; give it one cell for each row.",
          column, cells.size(), count());
    }
    if (columns.containsKey(column)) {
      throw new DataException(
          "There is a column \"%s\" already; give the new one another name.", column);
    }
    return new Table(
        name,
        ImmutableMap.<String, ImmutableList<String>>builder()
            .putAll(columns)
            .put(column, trimmed(cells))
            .build(),
        lines);
  }

  /** The file's name, or "the table" for one from memory; for messages. */
  public String name() {
    return name;
  }

  /** The names of the columns, in the order of the file. */
  public List<String> columns() {
    return columns.keySet().asList();
  }

  /** How many rows, the header not counted. */
  public int count() {
    return columns.values().asList().get(0).size();
  }

  /** The numbers of all rows: 0, 1, ..., count - 1. */
  public int[] rows() {
    return IntStream.range(0, count()).toArray();
  }

  /**
   * The cells of one column, a cell a row.
   *
   * @throws DataException if there is no such column; the message names the nearest
   */
  public List<String> column(String column) {
    ImmutableList<String> cells = columns.get(column);
    if (cells == null) {
      throw noColumn(column);
    }
    return cells;
  }

  /** The cell in row {@code row} (from 0) of the named column. */
  public String cell(int row, String column) {
    return column(column).get(row);
  }

  /**
   * What the cells of one column say, parsed when first asked for.
   *
   * @throws DataException as {@link #column}
   */
  Cells cells(String column) {
    return cells.computeIfAbsent(column, name -> new Cells(this, name));
  }

  /** Where a row stands, for messages: its line in the file, or its number from 1. */
  String place(int row) {
    return lines.length == 0 ? "row " + (row + 1) : "line " + lines[row];
  }

  /** A complaint about one cell: which column, where, what it holds, and the given rest. */
  DataException complaint(String column, int row, String rest) {
    return new DataException(
        "Column \"%s\", %s of %s: \"%s\" %s", column, place(row), name, cell(row, column), rest);
  }

  private DataException noColumn(String column) {
    String nearest =
        Nearest.of(column, columns.keySet()).stream()
            .findFirst()
            .map(word -> "did you mean \"" + word + "\"? It has ")
            .orElse("it has ");
    return new DataException(
        "There is no column \"%s\" in %s; %s%s.%s",
        column, name, nearest, namesInBrief(), headerHint());
  }

  private String namesInBrief() {
    String shown =
        columns.keySet().stream().limit(NAMES_IN_A_MESSAGE).collect(Collectors.joining(", "));
    int more = columns.size() - NAMES_IN_A_MESSAGE;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /** Where at least half of the names are numbers, they are rather the first row. */
  private String headerHint() {
    long numbers = columns.keySet().stream().filter(Cells::isNumber).count();
    return 2 * numbers >= columns.size()
        ? " The first line must hold the names of the columns."
        : "";
  }

  private static ImmutableList<String> trimmed(List<String> cells) {
    return cells.stream().map(String::strip).collect(ImmutableList.toImmutableList());
  }

  private static List<String> texts(double[] cells) {
    return cells.length == 0
        ? Collections.emptyList()
        : Arrays.stream(cells).mapToObj(Table::text).collect(ImmutableList.toImmutableList());
  }

  /** Whole numbers without a point, so that they serve as classes too. */
  private static String text(double cell) {
    return cell == (long) cell && Math.abs(cell) < 1e15
        ? Long.toString((long) cell)
        : Double.toString(cell);
  }
}
