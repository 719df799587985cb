package nn.core.data;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** What a column of a table holds, judged from all its cells. */
enum ColumnKind {
  /** Nothing but missing cells. */
  EMPTY,
  /** Numbers, and perhaps missing cells. */
  NUMBERS,
  /** Text, and perhaps missing cells. */
  TEXT;

  /**
   * The kind of the named column: numbers if all its cells are, text if more than half of them are
   * not even close to a number.
   *
   * @throws DataException if it is neither, a column of numbers with something else in between; the
   *     message names the first such cell
   */
  static ColumnKind of(Table table, String column) {
    List<Cells.Kind> kinds =
        table.column(column).stream().map(Cells::kind).collect(ImmutableList.toImmutableList());
    long filled = kinds.stream().filter(kind -> kind != Cells.Kind.MISSING).count();
    long words = kinds.stream().filter(kind -> kind == Cells.Kind.WORD).count();
    if (filled == 0) {
      return EMPTY;
    }
    if (2 * words > filled) {
      return TEXT;
    }
    for (int row : table.rows()) {
      Cells.number(table, column, row);
    }
    return NUMBERS;
  }
}
