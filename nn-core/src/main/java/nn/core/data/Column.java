package nn.core.data;

import com.google.common.collect.Multiset;
import java.util.List;

/** A column of a table, taken for what it holds; each cell is parsed once. */
sealed interface Column {
  /** The column's name. */
  String name();

  /** Numbers; NaN where missing. */
  @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
  record Numbers(String name, List<String> cells, double[] values) implements Column {}

  /** Text, and perhaps missing cells. */
  record Text(String name, List<String> cells) implements Column {}

  /** Nothing but missing cells. */
  record Empty(String name) implements Column {}

  /**
   * The named column: numbers if all its cells are, text if more than half of them are not even
   * close to a number.
   *
   * @param wayOut what to do if numbers with something else in between are no numbers
   * @throws DataException if it is neither, numbers with something else in between; the message
   *     names the first such cell
   */
  static Column of(Table table, String name, String wayOut) {
    List<String> texts = table.column(name);
    Cells cells = table.cells(name);
    Multiset<Cells.Kind> kinds = cells.kinds();
    int filled = texts.size() - kinds.count(Cells.Kind.MISSING);
    if (filled == 0) {
      return new Empty(name);
    }
    return kinds.count(Cells.Kind.WORD) > filled / 2
        ? new Text(name, texts)
        : new Numbers(name, texts, cells.numbers(wayOut));
  }
}
