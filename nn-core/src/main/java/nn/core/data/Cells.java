package nn.core.data;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cells of one column of a table, and what they say: each is parsed once. */
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
  private static final CharMatcher SIGN = CharMatcher.anyOf("+-");
  private static final CharMatcher DRESS =
      CharMatcher.anyOf("$€£¥%,'_").or(CharMatcher.whitespace());

  private final Table table;
  private final String column;
  private final List<String> texts;

  /** NaN where the cell is no finite number. */
  private final double[] numbers;

  /** What other texts are, as far as somebody asked; they come again and again. */
  private final Map<String, Kind> words = new ConcurrentHashMap<>();

  /** Parses a column; to be had from {@link Table#cells}, which does so once. */
  Cells(Table table, String column) {
    this.table = table;
    this.column = column;
    texts = table.column(column);
    numbers = texts.stream().mapToDouble(Cells::parse).toArray();
  }

  private static double parse(String cell) {
    double number = isDecimal(cell) ? Double.parseDouble(cell) : Double.NaN;
    return Double.isFinite(number) ? number : Double.NaN;
  }

  Kind kind(int row) {
    return Double.isNaN(numbers[row])
        ? words.computeIfAbsent(texts.get(row), Cells::kind)
        : Kind.NUMBER;
  }

  boolean isMissing(int row) {
    return kind(row) == Kind.MISSING;
  }

  /**
   * The number in one cell, NaN if it is missing.
   *
   * @throws DataException if it is neither; the message names column and line
   */
  double number(int row) {
    return Double.isNaN(numbers[row]) ? noNumber(row) : numbers[row];
  }

  private double noNumber(int row) {
    return switch (kind(row)) {
      case NUMBER -> throw new AssertionError("a number is one");
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

  static Kind kind(String cell) {
    if (isDecimal(cell)) {
      return Double.isInfinite(Double.parseDouble(cell)) ? Kind.INFINITE : Kind.NUMBER;
    }
    String word = cell.toLowerCase(Locale.ROOT);
    if (NOTHING.contains(word)) {
      return Kind.MISSING;
    }
    if (INFINITE.contains(SIGN.trimLeadingFrom(word))) {
      return Kind.INFINITE;
    }
    return isDecimal(DRESS.removeFrom(word)) ? Kind.DECORATED : Kind.WORD;
  }

  static boolean isMissing(String cell) {
    return kind(cell) == Kind.MISSING;
  }

  static boolean isNumber(String cell) {
    return kind(cell) == Kind.NUMBER;
  }

  /**
   * Digits with at most one point among or around them, perhaps signed, perhaps with an exponent.
   */
  private static boolean isDecimal(String cell) {
    int start = afterSign(cell, 0);
    int point = afterDigits(cell, start);
    boolean hasPoint = point < cell.length() && cell.charAt(point) == '.';
    int end = hasPoint ? afterDigits(cell, point + 1) : point;
    boolean hasDigits = end - start > (hasPoint ? 1 : 0);
    return hasDigits && (end == cell.length() || isExponent(cell, end));
  }

  private static boolean isExponent(String cell, int at) {
    int start = afterSign(cell, at + 1);
    int end = afterDigits(cell, start);
    return "eE".indexOf(cell.charAt(at)) >= 0 && end > start && end == cell.length();
  }

  private static int afterSign(String cell, int at) {
    return at < cell.length() && SIGN.matches(cell.charAt(at)) ? at + 1 : at;
  }

  private static int afterDigits(String cell, int at) {
    int end = at;
    while (end < cell.length() && cell.charAt(end) >= '0' && cell.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
