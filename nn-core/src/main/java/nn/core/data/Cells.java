package nn.core.data;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.regex.Pattern;

/** What one cell of text says. */
final class Cells {
  /** What a cell can be taken for. */
  enum Kind {
    /** Empty, or one of the words that stand for nothing. */
    MISSING,
    /** A finite decimal number. */
    NUMBER,
    /** An infinity, or a number too large for a {@code double}. */
    INFINITE,
    /** A number in dress: with thousands or decimal commas, a currency or a percent sign. */
    DECORATED,
    /** Anything else. */
    WORD
  }

  private static final ImmutableSet<String> NOTHING =
      ImmutableSet.of("", "na", "n/a", "#n/a", "<na>", "nan", "null", "none", "?");
  private static final ImmutableSet<String> INFINITE = ImmutableSet.of("inf", "infinity");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?+(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?+\\d++)?+");
  private static final CharMatcher SIGN = CharMatcher.anyOf("+-");
  private static final CharMatcher DRESS =
      CharMatcher.anyOf("$€£¥%,'_").or(CharMatcher.whitespace());

  private Cells() {}

  static Kind kind(String cell) {
    if (NUMBER.matcher(cell).matches()) {
      return Double.isInfinite(Double.parseDouble(cell)) ? Kind.INFINITE : Kind.NUMBER;
    }
    String word = cell.toLowerCase(Locale.ROOT);
    if (NOTHING.contains(word)) {
      return Kind.MISSING;
    }
    if (INFINITE.contains(SIGN.trimLeadingFrom(word))) {
      return Kind.INFINITE;
    }
    return NUMBER.matcher(DRESS.removeFrom(word)).matches() ? Kind.DECORATED : Kind.WORD;
  }

  static boolean isMissing(String cell) {
    return kind(cell) == Kind.MISSING;
  }

  static boolean isNumber(String cell) {
    return kind(cell) == Kind.NUMBER;
  }

  /**
   * The number in one cell of a table, NaN if it is missing.
   *
   * @throws DataException if it is neither; the message names column and line
   */
  static double number(Table table, String column, int row) {
    String cell = table.cell(row, column);
    return switch (kind(cell)) {
      case NUMBER -> Double.parseDouble(cell);
      case MISSING -> Double.NaN;
      case INFINITE ->
          throw table.complaint(
              column, row, "is no finite number; correct it, or leave the cell empty.");
      case DECORATED ->
          throw table.complaint(
              column,
              row,
              "is no plain number; write it without commas, currency and percent signs, like 1200.5.");
      case WORD ->
          throw table.complaint(
              column,
              row,
              "is no number, the column is one of numbers; correct it, or leave the cell empty.");
    };
  }
}
